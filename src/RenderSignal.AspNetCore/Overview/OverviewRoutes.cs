using Microsoft.AspNetCore.Http;

namespace RenderSignal.AspNetCore;

/// <summary>What the dashboard shows at a glance.</summary>
internal static class OverviewRoutes
{
    public static void Map(RouteTable routes)
    {
        routes.Get("/api/status", (HttpContext context, StatusReport report) => report.ReadAsync(context))
            .WithSummary("How all parts fare, what polling does, whether mails are sent now, and what can be asked for.");
        StatsRoutes.Map(routes);
    }
}
