using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using RenderSignal.AspNetCore;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps the routes that tell that the process lives (REFERENCE section 6).</summary>
public static class HealthEndpointRouteBuilderExtensions
{
    /// <summary>Maps <c>GET /health</c> and <c>GET, HEAD /api/ping</c>, open to all.</summary>
    /// <param name="endpoints">The application, or a group of its routes.</param>
    public static RouteGroupBuilder MapRenderSignalHealth(this IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        var group = endpoints.MapGroup("").AllowAnonymous();
        group.MapGet("/health", () => new HealthAnswer("ok"));
        group.MapMethods("/api/ping", [HttpMethods.Get, HttpMethods.Head], (IClock clock) => new PingAnswer("pong", clock.GetCurrentInstant().ToString()));
        return group;
    }
}
