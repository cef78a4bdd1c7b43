using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace RenderSignal.AspNetCore;

/// <summary>The dashboard's page and what it is made of.</summary>
internal static class DashboardRoutes
{
    public static void Map(RouteTable routes)
    {
        routes.Page("/", HomePage.Get).ExcludeFromDescription();
        routes.Page(Assets.Pattern, Assets.Get).AllowAnonymous().ExcludeFromDescription();
    }
}
