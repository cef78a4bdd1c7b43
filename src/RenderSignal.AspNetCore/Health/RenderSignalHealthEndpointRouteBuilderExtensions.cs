using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using RenderSignal.AspNetCore;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps the routes that tell how the process fares (REFERENCE section 6).</summary>
public static class RenderSignalHealthEndpointRouteBuilderExtensions
{
    /// <summary>
    /// Maps, open to all and for GET and HEAD: <c>/health</c> and <c>/api/ping</c>, which tell that the process lives, and
    /// <c>/health/ready</c>, which tells how each part fares: 200, or 503 when one fails. Needs <c>AddRenderSignal</c> and nothing else.
    /// </summary>
    /// <param name="endpoints">The application, or a group of its routes.</param>
    /// <param name="configure">Changes how: <see cref="RenderSignalEndpointOptions.ReadinessPolicy"/> counts here.</param>
    /// <returns>The group of the mapped routes.</returns>
    /// <exception cref="InvalidOperationException">RenderSignal's services are not registered.</exception>
    public static RouteGroupBuilder MapRenderSignalHealth(this IEndpointRouteBuilder endpoints, Action<RenderSignalEndpointOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        RequiredServices.CheckCore(endpoints);
        var group = endpoints.MapGroup("").WithTags("Health").WithMetadata(new SecuredResponses()).AddEndpointFilter<RouteGroupBuilder, ApiFilter>();
        var routes = new RouteTable(group);
        routes.Page("/health", () => new HealthAnswer("ok")).AllowAnonymous()
            .WithSummary("Whether the process lives");
        routes.Page("/api/ping", (IClock clock) => new PingAnswer("pong", clock.GetCurrentInstant().ToString())).AllowAnonymous()
            .WithSummary("Whether the process lives, and its clock");
        var ready = routes.Page("/health/ready", new Readiness(endpoints.ServiceProvider).AskAsync)
            .Produces<ReadinessAnswer>()
            .Produces<ReadinessAnswer>(StatusCodes.Status503ServiceUnavailable)
            .WithSummary("How mailbox, poller, stores, receiver and the other parts fare");
        _ = RenderSignalEndpointOptions.Read(configure).ReadinessPolicy is { } policy ? ready.RequireAuthorization(policy) : ready.AllowAnonymous();
        routes.AnswerWrongMethods();
        return group;
    }
}
