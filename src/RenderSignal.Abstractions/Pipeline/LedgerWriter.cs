using NodaTime;

namespace RenderSignal;

/// <summary>Keeps the one record of each mail: writes when something changed, and only then.</summary>
internal sealed class LedgerWriter(ILedger ledger, IClock clock)
{
    /// <summary>Headers can be of any length, and thousands of records are kept.</summary>
    private const int MaxText = 200;

    /// <returns>Whether this is news: false when the same was decided before and nothing was tried since.</returns>
    public async Task<bool> WriteAsync(EmailEnvelope email, Decision decision, EmailStatus status, IReadOnlyList<WebhookLogEntry> log)
    {
        // What was done with the mail says more than that it was met again. That it failed or was left is out of date then.
        var earlier = await ledger.FindAsync(email.Id, CancellationToken.None);
        if (decision.Reason == DecisionReason.AlreadyProcessed && earlier is { Status: EmailStatus.Sent or EmailStatus.Skipped })
        {
            return false;
        }

        return await WriteAsync(earlier, log, new LedgerRecord
        {
            Id = email.Id,
            Subject = TextCut.At(email.Subject, MaxText),
            Sender = TextCut.At(email.Sender, MaxText),
            Date = TextCut.At(email.Date, MaxText),
            Detector = decision.Detection?.Detector,
            Status = status,
            Reason = decision.Reason,
            Detail = decision.Detail,
            FirstSeenAt = clock.GetCurrentInstant(),
            DecidedAt = clock.GetCurrentInstant(),
        });
    }

    /// <summary>The record of a mail of which nothing but its place is known.</summary>
    public async Task WriteAsync(UnreadableEmail email)
    {
        var id = email.Uid.ToString();
        await WriteAsync(await ledger.FindAsync(id, CancellationToken.None), [], new LedgerRecord
        {
            Id = id,
            Status = EmailStatus.Failed,
            Reason = DecisionReason.Unreadable,
            Detail = email.Reason,
            FirstSeenAt = clock.GetCurrentInstant(),
            DecidedAt = clock.GetCurrentInstant(),
        });
    }

    private async Task<bool> WriteAsync(LedgerRecord? earlier, IReadOnlyList<WebhookLogEntry> log, LedgerRecord record)
    {
        if (earlier is null)
        {
            await ledger.WriteAsync(record with { Log = [.. log.TakeLast(LedgerRecord.MaxLogEntries)] }, CancellationToken.None);
            return true;
        }

        var isSame = earlier.Status == record.Status
            && earlier.Reason == record.Reason
            && earlier.Detail == record.Detail
            && earlier.Detector == record.Detector;
        if (isSame && log.Count == 0)
        {
            return false;
        }

        await ledger.WriteAsync(
            record with
            {
                FirstSeenAt = earlier.FirstSeenAt,
                DecidedAt = isSame ? earlier.DecidedAt : record.DecidedAt,
                Log = [.. earlier.Log.Concat(log).TakeLast(LedgerRecord.MaxLogEntries)],
            },
            CancellationToken.None);
        return !isSame;
    }
}
