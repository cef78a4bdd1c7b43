namespace RenderSignal.AspNetCore;

/// <summary>What became of mails.</summary>
internal static class EmailRoutes
{
    public static void Map(RouteTable routes) => ArgumentNullException.ThrowIfNull(routes);
}
