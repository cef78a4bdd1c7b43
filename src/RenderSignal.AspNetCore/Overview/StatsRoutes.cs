using System.Globalization;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace RenderSignal.AspNetCore;

/// <summary>What became of mails, in figures.</summary>
internal static class StatsRoutes
{
    private const int DefaultHours = 24;
    private const int MaxHours = 168;

    public static void Map(RouteTable routes) => routes.Get("/api/stats", CountAsync)
        .WithSummary("How many mails were sent, skipped, left and failed, hour by hour and by reason.")
        .Produces<Failure>(StatusCodes.Status400BadRequest);

    private static async Task<StatsAnswer> CountAsync(ILedger ledger, IClock clock, CancellationToken cancellationToken, string? hours = null)
    {
        var now = clock.GetCurrentInstant();
        var next = Instant.FromUnixTimeSeconds(((now.ToUnixTimeSeconds() / NodaConstants.SecondsPerHour) + 1) * NodaConstants.SecondsPerHour);
        var count = ReadHours(hours);
        return StatsAnswer.Of(next, count, now, await ledger.CountAsync(next - Duration.FromHours(count), next, cancellationToken));
    }

    private static int ReadHours(string? text) =>
        string.IsNullOrWhiteSpace(text) ? DefaultHours
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var hours) && hours is >= 1 and <= MaxHours ? hours
        : throw new RequestRejectedException(
            StatusCodes.Status400BadRequest, $"hours is \"{PrintableText.For(text)}\": write a whole number from 1 to {MaxHours}.");
}
