namespace RenderSignal.AspNetCore;

/// <summary>The settings documents.</summary>
internal static class SettingsRoutes
{
    public static void Map(RouteTable routes)
    {
        DocumentRoutes.Map(routes);
        TransferRoutes.Map(routes);
        WebhookRoutes.Map(routes);
        WindowRoutes.MapForDashboard(routes);
        WindowRoutes.MapOlderForm(routes, "/api");
        PollingRoutes.Map(routes);
        PreferenceRoutes.Map(routes, "/api/processing_prefs", "/api/processing_prefs");
        PreferenceRoutes.Map(routes, "/api/get_processing_prefs", "/api/update_processing_prefs");
        FlagRoutes.Map(routes, "/api");
    }
}
