using NodaTime;

namespace RenderSignal;

/// <summary>Keeps the one record of each mail: writes when something changed, and only then, and tells who listens.</summary>
internal sealed class LedgerWriter(ILedger ledger, ActivityFeed feed, IClock clock)
{
    /// <summary>Headers can be of any length, and thousands of records are kept.</summary>
    private const int MaxText = 200;

    /// <summary>Writes what was decided, unless the same was decided before and nothing was tried since.</summary>
    public async Task<LedgerEntry> WriteAsync(EmailEnvelope email, Decision decision, EmailStatus status, IReadOnlyList<WebhookLogEntry> log)
    {
        // What was done with the mail says more than that it was met again. That it failed or was left is out of date then.
        var earlier = await ledger.FindAsync(email.Id, CancellationToken.None);
        if ((decision.Reason == DecisionReason.AlreadyProcessed && earlier is { Status: EmailStatus.Sent or EmailStatus.Skipped })
            || (decision.Reason == DecisionReason.GroupAlreadyProcessed && earlier is { Status: EmailStatus.Sent }))
        {
            return new LedgerEntry(earlier, IsNews: false);
        }

        var decidedAt = decision.DecidedFor ?? clock.GetCurrentInstant();
        return await WriteAsync(earlier, log, new LedgerRecord
        {
            Id = email.Id,
            Uid = email.Uid,
            Subject = TextCut.At(email.Subject, MaxText),
            Sender = TextCut.At(email.Sender, MaxText),
            Date = TextCut.At(email.Date, MaxText),
            Detector = decision.Detection?.Detector,
            Route = decision.Route,
            Status = status,
            Reason = decision.Reason,
            Detail = decision.Detail,
            DetailValues = decision.DetailValues,
            FirstSeenAt = decidedAt,
            DecidedAt = decidedAt,
        });
    }

    /// <summary>The record of a mail of which nothing but its place is known.</summary>
    public async Task<LedgerEntry> WriteAsync(UnreadableEmail email)
    {
        var id = email.Uid.ToString();
        return await WriteAsync(await ledger.FindAsync(id, CancellationToken.None), [], new LedgerRecord
        {
            Id = id,
            Uid = email.Uid,
            Status = EmailStatus.Failed,
            Reason = DecisionReason.Unreadable,
            Detail = email.Reason,
            FirstSeenAt = clock.GetCurrentInstant(),
            DecidedAt = clock.GetCurrentInstant(),
        });
    }

    /// <summary>Adds sends to a record whose decision stands.</summary>
    public async Task<LedgerRecord> AddLogAsync(LedgerRecord record, IReadOnlyList<WebhookLogEntry> log) =>
        (await WriteAsync(record, log, record)).Record;

    private async Task<LedgerEntry> WriteAsync(LedgerRecord? earlier, IReadOnlyList<WebhookLogEntry> log, LedgerRecord record)
    {
        var isNews = earlier is null
            || earlier.Status != record.Status
            || earlier.Reason != record.Reason
            || earlier.Detail != record.Detail
            || earlier.Detector != record.Detector;
        if (earlier is not null && !isNews && log.Count == 0 && earlier.Uid == record.Uid)
        {
            return new LedgerEntry(earlier, IsNews: false);
        }

        var written = record with
        {
            FirstSeenAt = earlier?.FirstSeenAt ?? record.FirstSeenAt,
            DecidedAt = isNews ? record.DecidedAt : earlier!.DecidedAt,
            Log = Newest([.. earlier?.Log ?? [], .. log]),
        };
        await ledger.WriteAsync(written, CancellationToken.None);
        Tell(written, isNews, log);
        return new LedgerEntry(written, isNews);
    }

    /// <summary>A mail that waits has an entry from each cycle: these go before a send does.</summary>
    private static List<WebhookLogEntry> Newest(List<WebhookLogEntry> entries)
    {
        while (entries.Count > LedgerRecord.MaxLogEntries)
        {
            entries.RemoveAt(Math.Max(0, entries.FindIndex(entry => entry.Attempts == 0)));
        }

        return entries;
    }

    private void Tell(LedgerRecord record, bool isNews, IReadOnlyList<WebhookLogEntry> log)
    {
        foreach (var delivery in log.Where(entry => entry.Attempts > 0))
        {
            feed.Publish(ActivityEventType.Delivery, record, delivery);
        }

        if (isNews)
        {
            feed.Publish(ActivityEventType.Decision, record);
        }
    }
}
