using System.Globalization;
using System.Numerics;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace RenderSignal.AspNetCore;

/// <summary>The sends of the last days.</summary>
internal static class WebhookLogRoutes
{
    private const int UsualDays = 7;
    private const int MostDays = 30;
    private const int MostEntries = 50;

    /// <param name="routes">Where.</param>
    /// <param name="prefix">What stands before the route's own name.</param>
    public static void Map(RouteTable routes, string prefix) => routes.Get($"{prefix}/webhook_logs", ListAsync)
        .WithSummary("The newest 50 sends of the last 1 to 30 days (7 unless the query says otherwise), the newest first.");

    private static async Task<WebhookLogAnswer> ListAsync(string? days, ILedger ledger, IClock clock, CancellationToken cancellationToken)
    {
        var filter = ReadDays(days);
        var entries = await ledger.ListLogAsync(clock.GetCurrentInstant() - Duration.FromDays(filter), MostEntries, cancellationToken);
        return new([.. entries.Select(DeliveryEntry.From)], entries.Count, filter);
    }

    private static int ReadDays(string? text) =>
        BigInteger.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var days) && days >= 1
            ? (int)BigInteger.Min(days, MostDays)
            : UsualDays;
}
