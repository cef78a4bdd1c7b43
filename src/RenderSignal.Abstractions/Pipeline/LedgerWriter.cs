using NodaTime;

namespace RenderSignal;

/// <summary>Keeps the one record of each mail: writes when something changed, and only then, and tells who listens.</summary>
internal sealed class LedgerWriter(ILedger ledger, ActivityFeed feed, IClock clock)
{
    /// <summary>Headers can be of any length, and thousands of records are kept.</summary>
    private const int MaxText = 200;

    /// <summary>Writes what was decided, unless the same was decided before and nothing was tried since.</summary>
    public Task<LedgerEntry> WriteAsync(EmailEnvelope email, Decision decision, EmailStatus status, IReadOnlyList<WebhookLogEntry> log)
    {
        var decidedAt = decision.DecidedFor ?? clock.GetCurrentInstant();
        return WriteAsync(log, new LedgerRecord
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
    public Task<LedgerEntry> WriteAsync(UnreadableEmail email)
    {
        var now = clock.GetCurrentInstant();
        return WriteAsync([], new LedgerRecord
        {
            Id = email.Uid.ToString(),
            Uid = email.Uid,
            Status = EmailStatus.Failed,
            Reason = DecisionReason.Unreadable,
            Detail = email.Reason,
            FirstSeenAt = now,
            DecidedAt = now,
        });
    }

    /// <summary>Adds sends to the record of a mail, whose decision stands.</summary>
    /// <param name="record">The record to begin with if there is none.</param>
    /// <param name="log">The sends.</param>
    public async Task<LedgerRecord> AddLogAsync(LedgerRecord record, IReadOnlyList<WebhookLogEntry> log)
    {
        if (log.Count == 0)
        {
            return record;
        }

        var written = await ledger.UpdateAsync(record.Id, earlier => (earlier ?? record).WithLog(log), CancellationToken.None);
        Tell(written!, isNews: false, log);
        return written!;
    }

    private async Task<LedgerEntry> WriteAsync(IReadOnlyList<WebhookLogEntry> log, LedgerRecord record)
    {
        // Of several answers the last is the one that was written.
        LedgerRecord? revised = null;
        var isNews = false;
        var stored = await ledger.UpdateAsync(
            record.Id,
            earlier =>
            {
                isNews = IsNews(earlier, record);
                return revised = Revise(earlier, record, isNews, log);
            },
            CancellationToken.None);
        if (revised is not null)
        {
            Tell(revised, isNews, log);
        }

        return new LedgerEntry(stored!, isNews);
    }

    private static bool IsNews(LedgerRecord? earlier, LedgerRecord record) =>
        earlier is null
        || (!earlier.SaysMoreThan(record)
            && (earlier.Status, earlier.Reason, earlier.Detail, earlier.Detector) != (record.Status, record.Reason, record.Detail, record.Detector));

    /// <summary>What is to be written; null: nothing.</summary>
    private static LedgerRecord? Revise(LedgerRecord? earlier, LedgerRecord record, bool isNews, IReadOnlyList<WebhookLogEntry> log)
    {
        if (earlier is null)
        {
            return record.WithLog(log);
        }

        if (earlier.SaysMoreThan(record) || (!isNews && log.Count == 0 && earlier.Uid == record.Uid))
        {
            return null;
        }

        var revised = record with
        {
            FirstSeenAt = earlier.FirstSeenAt,
            DecidedAt = isNews ? record.DecidedAt : earlier.DecidedAt,
            Log = earlier.Log,
        };
        return revised.WithLog(log);
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
