using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;

namespace RenderSignal.AspNetCore;

/// <summary>Sends a mail again, or at last.</summary>
internal static class ReplayRoutes
{
    private const string RetryAfterSeconds = "15";

    public static void Map(RouteTable routes)
    {
        var route = routes.Post("/api/emails/{id}/replay", ReplayAsync)
            .WithSummary("Fetches a mail anew and sends it with its own webhook-id, whatever the rules say but for the switch that stops all sending.")
            .Produces<ReplayAnswer>();
        foreach (var status in Enum.GetValues<ReplayStatus>().Select(StatusOf).Distinct().Where(status => status != StatusCodes.Status200OK))
        {
            route.Produces<ReplayAnswer>(status);
        }
    }

    private static async Task<IResult> ReplayAsync(string id, IEmailReplayer replayer, IHostApplicationLifetime lifetime, HttpResponse response)
    {
        ReplayResult result;
        try
        {
            // Not ended by a caller who leaves: proxies are less patient than receivers are slow, and the ledger tells the outcome.
            result = await replayer.ReplayAsync(id, lifetime.ApplicationStopping);
        }
        catch (OperationCanceledException) when (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            throw new RequestRejectedException(
                StatusCodes.Status503ServiceUnavailable, "The process stops. If the mail was on its way, it may have arrived: send it again, its webhook-id stays the same.");
        }

        if (result.Status == ReplayStatus.Busy)
        {
            SetRetryAfter(response);
        }

        var email = result.Email is { } record ? EmailEntry.From(record) : null;
        return Results.Json(new ReplayAnswer(result.Status == ReplayStatus.Sent, result.Message, email), ApiJson.Options, statusCode: StatusOf(result.Status));
    }

    /// <summary>Tells who met a mailbox in use when to come back.</summary>
    public static void SetRetryAfter(HttpResponse response) => response.Headers.RetryAfter = RetryAfterSeconds;

    private static int StatusOf(ReplayStatus status) => status switch
    {
        ReplayStatus.Sent => StatusCodes.Status200OK,
        ReplayStatus.Refused => StatusCodes.Status502BadGateway,
        ReplayStatus.HeldBack => StatusCodes.Status409Conflict, // another setting would let it go
        ReplayStatus.Unknown => StatusCodes.Status404NotFound,
        ReplayStatus.Gone => StatusCodes.Status410Gone, // no other try will find it
        _ => StatusCodes.Status503ServiceUnavailable,
    };
}
