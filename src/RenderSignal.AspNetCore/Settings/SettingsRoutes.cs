namespace RenderSignal.AspNetCore;

/// <summary>The settings documents.</summary>
internal static class SettingsRoutes
{
    public static void Map(RouteTable routes) => FlagRoutes.Map(routes);
}
