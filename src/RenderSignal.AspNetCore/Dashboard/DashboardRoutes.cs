using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace RenderSignal.AspNetCore;

/// <summary>The dashboard's pages and what they are made of.</summary>
internal static class DashboardRoutes
{
    public static void Map(RouteTable routes)
    {
        routes.Page("/", HomePage.Get).ExcludeFromDescription();
        routes.Page(Stylesheet.Route, Stylesheet.Get).AllowAnonymous().ExcludeFromDescription();
    }
}
