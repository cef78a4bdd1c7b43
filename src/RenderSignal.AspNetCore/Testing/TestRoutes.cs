namespace RenderSignal.AspNetCore;

/// <summary><c>/api/test/*</c>.</summary>
internal static class TestRoutes
{
    public static void Map(RouteTable routes) => ArgumentNullException.ThrowIfNull(routes);
}
