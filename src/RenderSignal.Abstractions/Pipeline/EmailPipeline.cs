using Microsoft.Extensions.Logging;

namespace RenderSignal;

/// <summary>One cycle: list, order, and take mail by mail through <see cref="EmailProcessor"/>.</summary>
internal sealed class EmailPipeline(
    EmailProcessor processor,
    RetryBackoff backoff,
    LedgerWriter ledger,
    ISettingsReader settings,
    CycleGate gate,
    SendClaims claims,
    PollActivity activity,
    ComponentBoard board,
    RenderSignalMetrics metrics,
    TimeProvider time,
    ILogger<EmailPipeline> logger) : IEmailPipeline
{
    private static readonly TimeSpan FinalFlush = TimeSpan.FromSeconds(3);

    public async Task<CycleSummary> RunCycleAsync(IMailbox mailbox, CancellationToken stopping)
    {
        using var span = RenderSignalDiagnostics.ActivitySource.StartActivity("poll cycle");
        using var grace = new GracePeriod(time, stopping, claims.LeaseEnded);
        var started = time.GetTimestamp();
        var tally = new CycleTally();
        try
        {
            using var visit = await gate.EnterAsync(stopping);
            activity.CycleBegan();
            try
            {
                await RunAsync(mailbox, tally, grace.Token, stopping);
                activity.CycleCompleted(Summary(), tally.WaitingSince);
            }
            finally
            {
                activity.CycleEnded();
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            Log.CycleEndedEarly(logger);
        }
        catch (LeaseLostException exception)
        {
            Log.CycleBrokenOff(logger, exception.Message);
        }

        var summary = Summary();
        metrics.CycleCompleted(summary);
        Log.CycleCompleted(logger, summary);
        return summary;

        CycleSummary Summary() => tally.Summarize(time.GetElapsedTime(started));
    }

    private async Task RunAsync(IMailbox mailbox, CycleTally tally, CancellationToken grace, CancellationToken stopping)
    {
        await CheckStoresAsync(stopping);
        try
        {
            await using var session = await mailbox.OpenAsync(stopping);
            await VisitAsync(session, tally, grace, stopping);
        }
        catch (MailboxUnavailableException exception)
        {
            board.Failed(ComponentNames.Mailbox, exception.Message);
            throw;
        }

        if (!tally.MetUnexpectedError)
        {
            board.Succeeded(ComponentNames.Stores);
        }
    }

    /// <summary>
    /// A cycle that could not remember what it did must not begin: the stores are asked before the mailbox is. That they can be read
    /// does not mean that they can be written: a failure that was told is over after a whole cycle.
    /// </summary>
    private async Task CheckStoresAsync(CancellationToken stopping)
    {
        try
        {
            await backoff.FindPauseAsync(default, stopping);
        }
        catch (Exception exception) when (!stopping.IsCancellationRequested)
        {
            board.Failed(ComponentNames.Stores, exception.Message);
            throw;
        }

        if (board.Find(ComponentNames.Stores) is not { State: ComponentState.Failing })
        {
            board.Succeeded(ComponentNames.Stores);
        }
    }

    private async Task VisitAsync(IMailboxSession session, CycleTally tally, CancellationToken grace, CancellationToken stopping)
    {
        var listing = await session.ListUnseenAsync(IsDueAsync, stopping);
        board.Succeeded(ComponentNames.Mailbox);
        tally.PassOver(listing.PassedOver);
        activity.EmailsFound(listing.Emails.Count);
        metrics.EmailsSeen(listing.Emails.Count + listing.Unreadable.Count + listing.PassedOver);
        foreach (var email in listing.Unreadable)
        {
            await GiveUpForNowAsync(email, tally);
        }

        var seen = new SeenBatch(session, claims, logger);
        try
        {
            foreach (var email in await OrderAsync(listing.Emails, stopping))
            {
                stopping.ThrowIfCancellationRequested();
                await ProcessAsync(email, session, seen, tally, grace);
                activity.EmailHandled();
            }
        }
        finally
        {
            using var flush = new CancellationTokenSource(FinalFlush, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(flush.Token, claims.LeaseEnded);
            await seen.FlushAsync(either.Token);
        }

        async ValueTask<bool> IsDueAsync(MessageUid uid, CancellationToken cancellationToken)
        {
            if (await backoff.FindPauseAsync(uid, cancellationToken) is not { } pause)
            {
                return true;
            }

            tally.WaitsSince(pause.Since);
            return false;
        }
    }

    /// <summary>High priority before medium before low, else as they lie in the mailbox.</summary>
    private async Task<IEnumerable<EmailEnvelope>> OrderAsync(IReadOnlyList<EmailEnvelope> emails, CancellationToken cancellationToken)
    {
        var priorities = (await settings.GetAsync(cancellationToken)).Preferences.SenderPriorities;
        return priorities.Count == 0
            ? emails
            : emails.OrderBy(email => priorities.GetValueOrDefault(email.Sender, SenderPriority.Medium));
    }

    private async Task ProcessAsync(EmailEnvelope email, IMailboxSession session, SeenBatch seen, CycleTally tally, CancellationToken cancellationToken)
    {
        Decision failure;
        try
        {
            tally.Count(await processor.ProcessAsync(email, session, seen, cancellationToken));
            return;
        }
        catch (EmailUnreadableException exception)
        {
            failure = new Decision(EmailAction.Leave, DecisionReason.Unreadable) { Detail = exception.Message };
        }
        catch (Exception exception) when (exception is not (MailboxUnavailableException or LeaseLostException)
            && !(exception is OperationCanceledException && cancellationToken.IsCancellationRequested))
        {
            // A detector or target of somebody else's may fail on one mail; the others must not wait for its author.
            // A cancellation that nobody asked for is such a failure: HttpClient reports its own time-out as one.
            Log.EmailFailed(logger, email.Id, exception);
            failure = new Decision(EmailAction.Leave, DecisionReason.UnexpectedError) { Detail = exception.Message };
        }

        claims.ThrowIfLeaseLost();
        var entry = await ledger.WriteAsync(email, failure, EmailStatus.Failed, []);
        await PostponeAsync(entry.Record, email.Uid, $"'{email.Subject}' from {email.Sender}", tally);
    }

    private async Task GiveUpForNowAsync(UnreadableEmail email, CycleTally tally)
    {
        claims.ThrowIfLeaseLost();
        var entry = await ledger.WriteAsync(email);
        await PostponeAsync(entry.Record, email.Uid, $"mail {email.Uid}", tally);
    }

    private async Task PostponeAsync(LedgerRecord record, MessageUid uid, string name, CycleTally tally)
    {
        var notBefore = await backoff.PostponeAsync(uid.ToString(), record.FirstSeenAt, CancellationToken.None);
        metrics.EmailDecided(EmailStatus.Failed, record.Reason);
        Log.EmailPostponed(logger, name, record.Detail, notBefore);
        tally.Count(new ProcessedEmail(EmailStatus.Failed, record.FirstSeenAt));
        tally.MetUnexpectedError |= record.Reason == DecisionReason.UnexpectedError;
    }
}
