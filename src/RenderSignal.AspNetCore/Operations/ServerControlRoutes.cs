using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace RenderSignal.AspNetCore;

/// <summary>Restart and deploy. A request says only that, never how.</summary>
internal static class ServerControlRoutes
{
    public static void Map(RouteTable routes)
    {
        Describe(routes.Post("/api/restart_server", (ServerControl control) => control.Restart()))
            .WithSummary("Runs the command that restarts this server");
        Describe(routes.Post("/api/deploy_application", (ServerControl control) => control.DeployAsync()))
            .Produces<Failure>(StatusCodes.Status502BadGateway)
            .WithSummary("Deploys this server by Render's hook or API, or by a command");
    }

    private static RouteHandlerBuilder Describe(RouteHandlerBuilder route) => route
        .Produces<ServerControlAnswer>(StatusCodes.Status202Accepted)
        .Produces<Failure>(StatusCodes.Status409Conflict)
        .Produces<Failure>(StatusCodes.Status501NotImplemented)
        .Produces<Failure>(StatusCodes.Status503ServiceUnavailable);
}
