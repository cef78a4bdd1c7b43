using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using RenderSignal.AspNetCore;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps the routes that tell how the process fares (REFERENCE section 6).</summary>
public static class HealthEndpointRouteBuilderExtensions
{
    /// <summary>
    /// Maps, open to all and for GET and HEAD: <c>/health</c> and <c>/api/ping</c>, which tell that the process lives, and
    /// <c>/health/ready</c>, which tells how each part fares: 200, or 503 when one fails. Needs <c>AddRenderSignal</c> and nothing else.
    /// </summary>
    /// <param name="endpoints">The application, or a group of its routes.</param>
    public static RouteGroupBuilder MapRenderSignalHealth(this IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        var group = endpoints.MapGroup("").AllowAnonymous().WithTags("Health").AddEndpointFilter<RouteGroupBuilder, ApiFilter>();
        var routes = new RouteTable(group);
        routes.Page("/health", () => new HealthAnswer("ok"))
            .WithSummary("Whether the process lives");
        routes.Page("/api/ping", (IClock clock) => new PingAnswer("pong", clock.GetCurrentInstant().ToString()))
            .WithSummary("Whether the process lives, and its clock");
        routes.Page("/health/ready", Readiness.AskAsync)
            .Produces<ReadinessAnswer>()
            .Produces<ReadinessAnswer>(StatusCodes.Status503ServiceUnavailable)
            .WithSummary("How mailbox, poller, stores, receiver and the other parts fare");
        routes.AnswerWrongMethods();
        return group;
    }
}
