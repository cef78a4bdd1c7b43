namespace RenderSignal.Dedup.Redis;

/// <summary>What a record that is written changes in the webhook log.</summary>
/// <param name="Outdated">Entries that another says again, later.</param>
/// <param name="Added">Entries that it does not have, oldest first.</param>
internal sealed record WebhookLogChange(IReadOnlyList<WebhookLogEntry> Outdated, IReadOnlyList<WebhookLogEntry> Added)
{
    /// <summary>An entry that only fell out of the record, which keeps few, stays in the log.</summary>
    public static WebhookLogChange Between(LedgerRecord? earlier, LedgerRecord record)
    {
        var shown = record.CondensedLog.ToList();
        WebhookLogEntry[] before = [.. earlier?.CondensedLog ?? []];
        return new([.. before.Intersect(record.Log).Except(shown)], [.. shown.Except(before)]);
    }
}
