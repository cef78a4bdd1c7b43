using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace RenderSignal.AspNetCore;

/// <summary>What happens to mails and settings, as it happens.</summary>
internal static class EventRoutes
{
    public static void Map(RouteTable routes) => routes.Get("/api/events", Read)
        .WithSummary("Server-sent events: decision, delivery, alert, settings (a document was changed), reset (read all anew) and ping.")
        .Produces<EventData>(StatusCodes.Status200OK, "text/event-stream")
        .Produces<Failure>(StatusCodes.Status503ServiceUnavailable);

    /// <param name="context">The request.</param>
    /// <param name="streams">The streams.</param>
    /// <param name="lastEventId">What a browser sends when it comes back.</param>
    /// <param name="last">The same, for readers that cannot set headers. It is older: a browser keeps it in the address when it comes back.</param>
    private static ServerSentEventsResult<string> Read(
        HttpContext context, EventStreams streams, [FromHeader(Name = "Last-Event-ID")] string? lastEventId = null, [FromQuery(Name = "last_event_id")] string? last = null)
    {
        // What authorization found, whoever's policy it was: streams are asked for once and would outlive it.
        var ticket = context.Features.Get<IAuthenticateResultFeature>()?.AuthenticateResult;
        var place = streams.Enter(SessionId.Of(context.User), ticket?.Properties?.ExpiresUtc);
        context.Response.RegisterForDispose(place);
        context.Response.Headers["X-Accel-Buffering"] = "no";
        var after = string.IsNullOrWhiteSpace(lastEventId) ? last : lastEventId;
        return TypedResults.ServerSentEvents(streams.ReadAsync(place, string.IsNullOrWhiteSpace(after) ? null : after.Trim(), context.RequestAborted));
    }
}
