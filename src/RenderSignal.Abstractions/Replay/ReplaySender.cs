using Microsoft.Extensions.Logging;
using NodaTime;

namespace RenderSignal;

/// <summary>Sends a mail that somebody wants sent, and writes down how that went.</summary>
internal sealed class ReplaySender(
    LedgerWriter writer,
    DecisionTable table,
    EmailDelivery delivery,
    RetryBackoff backoff,
    ISettingsReader settingsReader,
    IClock clock,
    TimeProvider time,
    ILogger<ReplaySender> logger)
{
    /// <summary>When a mail is sent as of: one that was sent before gets sent as of then.</summary>
    public static Instant TimeOf(LedgerRecord? record, Instant now) => record?.Status == EmailStatus.Sent ? record.DecidedAt : now;

    public async Task<ReplayResult> SendAsync(EmailEnvelope email, string content, LedgerRecord record, CancellationToken cancellationToken)
    {
        var settings = await settingsReader.GetAsync(cancellationToken);
        var facts = new DecisionFacts { Settings = settings, Now = TimeOf(record, clock.GetCurrentInstant()).InZone(settings.Polling.TimeZone) };
        var decision = table.DecideRegardless(email, content, facts, record.Detector);
        if (decision.Action != EmailAction.Send)
        {
            return new(ReplayStatus.HeldBack, $"Not sent: {ReasonText.For(decision)}.", record);
        }

        var group = SubjectGroups.Scope(table.TraitsOf(email).GroupId, facts.Now);
        using var grace = new GracePeriod(time, cancellationToken);
        DeliveryOutcome outcome;
        try
        {
            var request = EmailDelivery.RequestFor(email, content, decision, settings) with { IsByHand = true };
            outcome = await delivery.SendAsync(request, decision, group, record.Status is EmailStatus.Left or EmailStatus.Failed, grace.Token);
        }
        catch (EmailClaimedException exception)
        {
            return new(ReplayStatus.Busy, $"Not sent. {exception.Message} Look again in a moment.", record);
        }
        catch (LeaseLostException exception)
        {
            return new(ReplayStatus.Busy, $"It may have been sent, or not: {exception.Message} Look again in a moment.", record);
        }
        catch (Exception exception) when (exception is not IOException && !(exception is OperationCanceledException && grace.Token.IsCancellationRequested))
        {
            // A target of somebody else's, or none for the route. What the stores say is for the caller.
            Log.EmailFailed(logger, email.Id, exception);
            return new(ReplayStatus.Refused, $"It could not be sent: {exception.Message}", record);
        }

        return outcome.Accepted
            ? await RememberAsync(email, decision, record, outcome)
            : await RefuseAsync(record, outcome);
    }

    private async Task<ReplayResult> RememberAsync(EmailEnvelope email, Decision decision, LedgerRecord record, DeliveryOutcome outcome)
    {
        Log.EmailReplayed(logger, email, decision.Route!);

        // One that could not be read rests under its place.
        await backoff.ForgetAsync(email.Uid.ToString(), CancellationToken.None);
        var told = record.Status == EmailStatus.Sent
            ? decision with { Detail = record.Detail, DetailValues = record.DetailValues }
            : decision.Because(Particulars.SentByHand);
        var entry = await writer.WriteAsync(email, told, EmailStatus.Sent, outcome.Log);
        return new(ReplayStatus.Sent, $"Sent, and accepted by route {decision.Route}.", entry.Record);
    }

    /// <summary>What became of the mail before stands: one that was sent was sent.</summary>
    private async Task<ReplayResult> RefuseAsync(LedgerRecord record, DeliveryOutcome outcome)
    {
        var error = outcome.Error ?? "no reason was given";
        return new(ReplayStatus.Refused, $"The receiver did not accept it: {error}", await writer.AddLogAsync(record, outcome.Log));
    }
}
