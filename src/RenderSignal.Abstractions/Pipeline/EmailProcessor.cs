using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NodaTime;

namespace RenderSignal;

/// <summary>One mail: gather the facts, decide, deliver, remember. Effects stand at both ends, the decision between them is pure.</summary>
internal sealed class EmailProcessor(
    DecisionTable table,
    ISettingsReader settingsReader,
    IDedupStore dedup,
    ISendRateStore sendRate,
    RetryBackoff backoff,
    LedgerWriter ledger,
    DeliveryTargets targets,
    IOptions<RenderSignalOptions> options,
    RenderSignalMetrics metrics,
    IClock clock,
    ILogger<EmailProcessor> logger)
{
    private static readonly Duration Hour = Duration.FromHours(1);

    /// <returns>What became of the mail.</returns>
    /// <exception cref="EmailUnreadableException">Its text cannot be had.</exception>
    public async Task<EmailStatus> ProcessAsync(EmailEnvelope email, IMailboxSession session, SeenBatch seen, CancellationToken cancellationToken)
    {
        var settings = await settingsReader.GetAsync(cancellationToken);
        if (DecisionTable.DecideBySender(email, settings) is { } stranger)
        {
            return await ApplyAsync(email, stranger, seen, cancellationToken);
        }

        var now = clock.GetCurrentInstant();
        var facts = new DecisionFacts
        {
            Settings = settings,
            Now = now.InZone(settings.Polling.TimeZone),
            IsProcessed = await dedup.IsProcessedAsync(email.Id, cancellationToken),
            NotBefore = await backoff.NotBeforeAsync(email.Id, cancellationToken),
        };
        var traits = table.TraitsOf(email);
        if (DecisionTable.DecideByEnvelope(email, traits, facts) is { } known)
        {
            return await ApplyAsync(email, known, seen, cancellationToken);
        }

        var content = (await session.FetchBodyAsync(email, cancellationToken)).Content;
        var group = SubjectGroups.Scope(traits.GroupId, facts.Now);
        facts = facts with
        {
            IsGroupProcessed = await dedup.IsGroupProcessedAsync(group, cancellationToken),
            CustomSendsLastHour = await sendRate.CountSinceAsync(now - Hour, cancellationToken),
        };

        var decision = table.DecideByBody(email, content, facts);
        return decision.Action == EmailAction.Send
            ? await SendAsync(email, content, decision, group, settings, seen, cancellationToken)
            : await ApplyAsync(email, decision, seen, cancellationToken);
    }

    /// <summary>Carries out a decision that sends nothing.</summary>
    private async Task<EmailStatus> ApplyAsync(EmailEnvelope email, Decision decision, SeenBatch seen, CancellationToken cancellationToken)
    {
        var status = decision.Action == EmailAction.Leave ? EmailStatus.Left : EmailStatus.Skipped;
        await ConcludeAsync(email, decision, status, UnsentLogEntry.For(email, decision, clock.GetCurrentInstant()));
        if (decision.Action == EmailAction.Acknowledge)
        {
            // After the ledger: a crash between the two must not leave a mail that is done and nobody knows why.
            await dedup.MarkProcessedAsync(email.Id, CancellationToken.None);
        }

        if (decision.Action != EmailAction.Leave)
        {
            await seen.AddAsync(email.Uid, cancellationToken);
        }

        return status;
    }

    private async Task<EmailStatus> SendAsync(
        EmailEnvelope email,
        string content,
        Decision decision,
        string group,
        RenderSignalSettings settings,
        SeenBatch seen,
        CancellationToken cancellationToken)
    {
        if (decision.Route == DeliveryRoutes.Custom)
        {
            await sendRate.RecordAsync(email.Id, clock.GetCurrentInstant(), cancellationToken);
        }

        var request = new DeliveryRequest
        {
            Email = email,
            Content = content,
            Links = decision.Links,
            Detection = decision.Detection,
            WindowStart = decision.WindowStart,
            WindowEnd = decision.WindowEnd,
            Settings = settings,
        };
        DeliveryOutcome outcome;
        try
        {
            outcome = await targets.For(decision.Route!).DeliverAsync(request, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            var cut = $"cut short because the process stops; it is sent again with the same webhook-id {request.WebhookIdFor(decision.Route!)}";
            await ConcludeAsync(email, decision with { Reason = DecisionReason.DeliveryFailed, Detail = cut }, EmailStatus.Failed, []);
            throw;
        }

        // From here on nothing is cancelled: the receiver has the mail, and forgetting that would send it twice.
        if (!outcome.Accepted)
        {
            if (outcome.NotBefore is { } notBefore)
            {
                await backoff.PostponeUntilAsync(email.Id, notBefore, CancellationToken.None);
            }

            var failed = decision with { Reason = DecisionReason.DeliveryFailed, Detail = outcome.Log is [.., var last] ? last.Error : null };
            await ConcludeAsync(email, failed, EmailStatus.Failed, outcome.Log);
            return EmailStatus.Failed;
        }

        if (decision.RemembersGroup)
        {
            // Before the id: after a crash between the two this mail is set aside as one of its group, and no other one of the group is sent.
            Duration? lifetime = options.Value.SubjectGroupTtlSeconds is > 0 and var seconds ? Duration.FromSeconds(seconds) : null;
            await dedup.MarkGroupProcessedAsync(group, lifetime, CancellationToken.None);
        }

        await dedup.MarkProcessedAsync(email.Id, CancellationToken.None);
        await backoff.ForgetAsync(email.Id, CancellationToken.None);
        await ConcludeAsync(email, decision, EmailStatus.Sent, outcome.Log);
        await seen.AddAsync(email.Uid, cancellationToken);
        return EmailStatus.Sent;
    }

    private async Task ConcludeAsync(EmailEnvelope email, Decision decision, EmailStatus status, IReadOnlyList<WebhookLogEntry> log)
    {
        // What kept the mail from a decision is over only now: a detector or a target may fail again after its body was read.
        await backoff.ForgetAsync(email.Uid.ToString(), CancellationToken.None);
        var isNews = await ledger.WriteAsync(email, decision, status, log);
        metrics.EmailDecided(status, decision.Reason);
        if (decision.Reason == DecisionReason.AlreadyProcessed)
        {
            Log.EmailMetAgain(logger, email);
        }
        else if (isNews)
        {
            Log.EmailDecided(logger, email, status, decision);
        }

        if (isNews && decision.Reason is (DecisionReason.PresenceHookMissing or DecisionReason.ReceiverMissing))
        {
            Log.HookMissing(logger, email.Id, decision.Detail);
        }
    }
}
