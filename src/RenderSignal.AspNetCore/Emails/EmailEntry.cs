using System.Text.Json.Serialization;

namespace RenderSignal.AspNetCore;

/// <summary>What became of one mail.</summary>
internal sealed record EmailEntry(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("subject")] string Subject,
    [property: JsonPropertyName("sender")] string Sender,
    [property: JsonPropertyName("date")] string Date,
    [property: JsonPropertyName("detector")] string? Detector,
    [property: JsonPropertyName("route")] string? Route,
    [property: JsonPropertyName("status")] string Status,
    [property: JsonPropertyName("reason")] string Reason,
    [property: JsonPropertyName("reason_text")] string ReasonInWords,
    [property: JsonPropertyName("reason_values")] IReadOnlyDictionary<string, string> ReasonValues,
    [property: JsonPropertyName("detail")] string? Detail,
    [property: JsonPropertyName("first_seen_at")] string FirstSeenAt,
    [property: JsonPropertyName("decided_at")] string DecidedAt,
    [property: JsonPropertyName("deliveries")] IReadOnlyList<DeliveryEntry> Deliveries,
    [property: JsonPropertyName("can_replay")] bool CanReplay)
{
    public static EmailEntry From(LedgerRecord record) => new(
        record.Id,
        record.Subject,
        record.Sender,
        record.Date,
        record.Detector,
        record.Route,
        WireNames.Of(record.Status),
        WireNames.Of(record.Reason),
        ReasonText.For(record),
        record.DetailValues,
        record.Detail,
        ApiTime.Format(record.FirstSeenAt),
        ApiTime.Format(record.DecidedAt),
        [.. record.CondensedLog.Select(DeliveryEntry.From)],
        record.Uid is not null);
}
