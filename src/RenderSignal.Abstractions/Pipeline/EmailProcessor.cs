using Microsoft.Extensions.Logging;
using NodaTime;

namespace RenderSignal;

/// <summary>One mail: gather the facts, decide, deliver, remember. Effects stand at both ends, the decision between them is pure.</summary>
internal sealed class EmailProcessor(
    DecisionTable table,
    ISettingsReader settingsReader,
    DecisionFactsReader factsReader,
    IDedupStore dedup,
    RetryBackoff backoff,
    LedgerWriter ledger,
    EmailDelivery delivery,
    SendClaims claims,
    ActivityFeed feed,
    RenderSignalMetrics metrics,
    IClock clock,
    ILogger<EmailProcessor> logger)
{
    /// <returns>What became of the mail.</returns>
    /// <exception cref="EmailUnreadableException">Its text cannot be had.</exception>
    /// <exception cref="LeaseLostException">Another server may be polling by now.</exception>
    public async Task<ProcessedEmail> ProcessAsync(EmailEnvelope email, IMailboxSession session, SeenBatch seen, CancellationToken cancellationToken)
    {
        var settings = await settingsReader.GetAsync(cancellationToken);
        if (DecisionTable.DecideBySender(email, settings) is { } stranger)
        {
            return await ApplyAsync(email, stranger, seen, cancellationToken);
        }

        var facts = await factsReader.ReadAsync(email, settings, cancellationToken);
        var traits = table.TraitsOf(email);
        if (DecisionTable.DecideByEnvelope(email, traits, facts) is { } known)
        {
            return await ApplyAsync(email, known, seen, cancellationToken);
        }

        var content = (await session.FetchBodyAsync(email, cancellationToken)).Content;
        var group = SubjectGroups.Scope(traits.GroupId, facts.Now);
        facts = await factsReader.CompleteAsync(facts, group, cancellationToken);

        var decision = table.DecideByBody(email, content, facts);
        return decision.Action == EmailAction.Send
            ? await SendAsync(EmailDelivery.RequestFor(email, content, decision, settings), decision, group, seen, cancellationToken)
            : await ApplyAsync(email, decision, seen, cancellationToken);
    }

    /// <summary>Carries out a decision that sends nothing.</summary>
    private async Task<ProcessedEmail> ApplyAsync(EmailEnvelope email, Decision decision, SeenBatch seen, CancellationToken cancellationToken)
    {
        var status = decision.Action == EmailAction.Leave ? EmailStatus.Left : EmailStatus.Skipped;
        var processed = await ConcludeAsync(email, decision, status, UnsentLogEntry.For(email, decision, clock.GetCurrentInstant()));
        if (decision.Action == EmailAction.Acknowledge)
        {
            claims.ThrowIfLeaseLost();

            // After the ledger: a crash between the two must not leave a mail that is done and nobody knows why.
            await dedup.MarkProcessedAsync(email.Id, CancellationToken.None);
        }

        if (decision.Action != EmailAction.Leave)
        {
            await seen.AddAsync(email.Uid, cancellationToken);
        }

        return processed;
    }

    private async Task<ProcessedEmail> SendAsync(
        DeliveryRequest request, Decision decision, string group, SeenBatch seen, CancellationToken cancellationToken)
    {
        var email = request.Email;
        DeliveryOutcome outcome;
        try
        {
            outcome = await delivery.SendAsync(request, decision, group, !request.Settings.Flags.DisableEmailIdDedup, cancellationToken);
        }
        catch (EmailClaimedException)
        {
            return await ApplyAsync(email, decision.ClaimedElsewhere(), seen, cancellationToken);
        }
        catch (RateLimitReachedException reached)
        {
            return await ApplyAsync(email, decision.HeldBack(DecisionReason.RateLimited, reached.Particulars), seen, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            var cut = (decision with { Reason = DecisionReason.DeliveryFailed }).Because(Particulars.CutShort(request.WebhookIdFor(decision.Route!)));
            await ConcludeAsync(email, cut, EmailStatus.Failed, []);
            throw;
        }

        if (!outcome.Accepted)
        {
            var failed = decision with { Reason = DecisionReason.DeliveryFailed, Detail = outcome.Error };
            return await ConcludeAsync(email, failed, EmailStatus.Failed, outcome.Log, request.Settings.Preferences.NotifyOnFailure);
        }

        var sent = await ConcludeAsync(email, decision, EmailStatus.Sent, outcome.Log);
        await seen.AddAsync(email.Uid, cancellationToken);
        return sent;
    }

    private async Task<ProcessedEmail> ConcludeAsync(
        EmailEnvelope email, Decision decision, EmailStatus status, IReadOnlyList<WebhookLogEntry> log, bool isNotified = false)
    {
        claims.ThrowIfLeaseLost();

        // What kept the mail from a decision is over only now: a detector or a target may fail again after its body was read.
        await backoff.ForgetAsync(email.Uid.ToString(), CancellationToken.None);
        var entry = await ledger.WriteAsync(email, decision, status, log);
        metrics.EmailDecided(status, decision.Reason);
        if (decision.Reason == DecisionReason.AlreadyProcessed)
        {
            Log.EmailMetAgain(logger, email);
        }
        else if (entry.IsNews)
        {
            Tell(email, decision, entry.Record, isNotified);
        }

        return new ProcessedEmail(status, decision.IsWaiting ? entry.Record.FirstSeenAt : null);
    }

    private void Tell(EmailEnvelope email, Decision decision, LedgerRecord record, bool isNotified)
    {
        Log.EmailDecided(logger, email, record);
        if (decision.Reason is DecisionReason.PresenceHookMissing or DecisionReason.ReceiverMissing)
        {
            Log.HookMissing(logger, email.Id, decision.Detail);
        }

        if (isNotified)
        {
            Log.FailureNotified(logger, email, decision.Detail);
            feed.Publish(ActivityEventType.Alert, record);
        }
    }
}
