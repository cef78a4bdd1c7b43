using Microsoft.Extensions.Logging;

namespace RenderSignal;

/// <summary>One cycle: list, order, and take mail by mail through <see cref="EmailProcessor"/>.</summary>
internal sealed class EmailPipeline(
    EmailProcessor processor,
    RetryBackoff backoff,
    LedgerWriter ledger,
    ISettingsReader settings,
    CycleGate gate,
    PollActivity activity,
    ComponentBoard board,
    RenderSignalMetrics metrics,
    TimeProvider time,
    ILogger<EmailPipeline> logger) : IEmailPipeline
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan FinalFlush = TimeSpan.FromSeconds(3);

    public async Task<CycleSummary> RunCycleAsync(IMailbox mailbox, CancellationToken stopping)
    {
        using var span = RenderSignalDiagnostics.ActivitySource.StartActivity("poll cycle");
        using var grace = new GracePeriod(Grace, time, stopping);
        var started = time.GetTimestamp();
        var tally = new CycleTally();
        CycleSummary? summary = null;
        try
        {
            using var visit = await gate.EnterAsync(stopping);
            activity.CycleBegan();
            await CheckStoresAsync(stopping);
            await using var session = await OpenAsync(mailbox, stopping);
            await VisitAsync(session, tally, grace.Token, stopping);
            summary = tally.Summarize(time.GetElapsedTime(started));
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            Log.CycleEndedEarly(logger);
            summary = tally.Summarize(time.GetElapsedTime(started));
        }
        catch (MailboxUnavailableException exception)
        {
            board.Failed(ComponentNames.Mailbox, exception.Message);
            throw;
        }
        finally
        {
            activity.CycleEnded(summary, tally.WaitingSince);
        }

        metrics.CycleCompleted(summary);
        Log.CycleCompleted(logger, summary);
        return summary;
    }

    /// <summary>A cycle that could not remember what it did must not begin: the stores are asked before the mailbox is.</summary>
    private async Task CheckStoresAsync(CancellationToken stopping)
    {
        try
        {
            await backoff.IsDueAsync(default, stopping);
            board.Succeeded(ComponentNames.Stores);
        }
        catch (Exception exception) when (!stopping.IsCancellationRequested)
        {
            board.Failed(ComponentNames.Stores, exception.Message);
            throw;
        }
    }

    private async Task<IMailboxSession> OpenAsync(IMailbox mailbox, CancellationToken stopping)
    {
        var session = await mailbox.OpenAsync(stopping);
        board.Succeeded(ComponentNames.Mailbox);
        return session;
    }

    private async Task VisitAsync(IMailboxSession session, CycleTally tally, CancellationToken grace, CancellationToken stopping)
    {
        var listing = await session.ListUnseenAsync(backoff.IsDueAsync, stopping);
        tally.PassOver(listing.PassedOver);
        activity.EmailsFound(listing.Emails.Count);
        metrics.EmailsSeen(listing.Emails.Count + listing.Unreadable.Count + listing.PassedOver);
        foreach (var email in listing.Unreadable)
        {
            await GiveUpForNowAsync(email, tally);
        }

        var seen = new SeenBatch(session, logger);
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
            await seen.FlushAsync(flush.Token);
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
        catch (Exception exception) when (exception is not MailboxUnavailableException
            && !(exception is OperationCanceledException && cancellationToken.IsCancellationRequested))
        {
            // A detector or target of somebody else's may fail on one mail; the others must not wait for its author.
            // A cancellation that nobody asked for is such a failure: HttpClient reports its own time-out as one.
            Log.EmailFailed(logger, email.Id, exception);
            failure = new Decision(EmailAction.Leave, DecisionReason.UnexpectedError) { Detail = exception.Message };
        }

        await ledger.WriteAsync(email, failure, EmailStatus.Failed, []);
        await PostponeAsync(email.Uid, $"'{email.Subject}' from {email.Sender}", failure.Reason, failure.Detail, tally);
    }

    private async Task GiveUpForNowAsync(UnreadableEmail email, CycleTally tally)
    {
        await ledger.WriteAsync(email);
        await PostponeAsync(email.Uid, $"mail {email.Uid}", DecisionReason.Unreadable, email.Reason, tally);
    }

    private async Task PostponeAsync(MessageUid uid, string name, DecisionReason reason, string? detail, CycleTally tally)
    {
        var notBefore = await backoff.PostponeAsync(uid.ToString(), CancellationToken.None);
        metrics.EmailDecided(EmailStatus.Failed, reason);
        Log.EmailPostponed(logger, name, detail, notBefore);
        tally.Count(EmailStatus.Failed);
    }
}
