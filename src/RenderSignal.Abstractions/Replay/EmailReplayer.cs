using Microsoft.Extensions.Logging;
using NodaTime;

namespace RenderSignal;

internal sealed class EmailReplayer(
    IServiceProvider services,
    ILedger ledger,
    LedgerWriter writer,
    DecisionTable table,
    EmailDelivery delivery,
    ISettingsReader settingsReader,
    CycleGate gate,
    IClock clock,
    TimeProvider time,
    ILogger<EmailReplayer> logger) : IEmailReplayer
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(15);

    public async Task<ReplayResult> ReplayAsync(string emailId, CancellationToken cancellationToken)
    {
        if (await ledger.FindAsync(emailId, cancellationToken) is not { } record)
        {
            return new(ReplayStatus.Unknown, $"The ledger has no mail {PrintableText.For(emailId)}.", null);
        }

        if (record.Uid is not { } uid || services.GetService(typeof(IMailbox)) is not IMailbox mailbox)
        {
            return new(ReplayStatus.Gone, "It is not known where this mail lies: its record was written by an earlier version, or there is no mailbox.", record);
        }

        using var patience = new CancellationTokenSource(LongestWait, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        IDisposable visit;
        try
        {
            visit = await gate.EnterAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new(ReplayStatus.Busy, "A poll cycle is running and takes long. Try again when it is over.", record);
        }

        using (visit)
        {
            // A cycle may have sent it while the gate was waited for.
            var current = await ledger.FindAsync(emailId, cancellationToken) ?? record;
            return record.Status != EmailStatus.Sent && current.Status == EmailStatus.Sent
                ? new(ReplayStatus.Sent, $"A poll cycle has just sent it: accepted by route {current.Route}.", current)
                : await FetchAndSendAsync(mailbox, current.Uid ?? uid, current, cancellationToken);
        }
    }

    private async Task<ReplayResult> FetchAndSendAsync(IMailbox mailbox, MessageUid uid, LedgerRecord record, CancellationToken cancellationToken)
    {
        try
        {
            await using var session = await mailbox.OpenAsync(cancellationToken);
            if (await session.FindAsync(uid, cancellationToken) is not { } email || !IsMailOf(record, email))
            {
                return new(ReplayStatus.Gone, "The mail is not in the mailbox any more, or not where it was.", record);
            }

            var content = (await session.FetchBodyAsync(email, cancellationToken)).Content;
            var result = await SendAsync(email, content, record, cancellationToken);
            if (result.Status == ReplayStatus.Sent)
            {
                await new SeenBatch(session, logger).AddAndFlushAsync(uid, CancellationToken.None);
            }

            return result;
        }
        catch (Exception exception) when (exception is EmailUnreadableException or MailboxUnavailableException)
        {
            return new(ReplayStatus.Unreadable, exception.Message, record);
        }
    }

    /// <summary>A mail whose headers could not be read is known by its place.</summary>
    private static bool IsMailOf(LedgerRecord record, EmailEnvelope email) => record.Id == email.Id || record.Id == email.Uid.ToString();

    private async Task<ReplayResult> SendAsync(EmailEnvelope email, string content, LedgerRecord record, CancellationToken cancellationToken)
    {
        var settings = await settingsReader.GetAsync(cancellationToken);
        var asOf = record.Status == EmailStatus.Sent ? record.DecidedAt : clock.GetCurrentInstant();
        var facts = new DecisionFacts { Settings = settings, Now = asOf.InZone(settings.Polling.TimeZone) };
        var decision = table.DecideRegardless(email, content, facts, record.Detector);
        if (decision.Action != EmailAction.Send)
        {
            return new(ReplayStatus.HeldBack, $"Not sent: {ReasonText.For(decision)}.", record);
        }

        var group = SubjectGroups.Scope(table.TraitsOf(email).GroupId, facts.Now);
        var outcome = await delivery.SendAsync(EmailDelivery.RequestFor(email, content, decision, settings), decision, group, cancellationToken);
        if (!outcome.Accepted)
        {
            // What became of the mail before stands: one that was sent was sent.
            var kept = await writer.AddLogAsync(record, outcome.Log);
            return new(ReplayStatus.Refused, $"The receiver did not accept it: {(outcome.Log is [.., var last] ? last.Error : "no reason was given")}", kept);
        }

        Log.EmailReplayed(logger, email, decision.Route!);
        var detail = record.Status == EmailStatus.Sent ? record.Detail : "sent by hand";
        return new(
            ReplayStatus.Sent,
            $"Sent again, and accepted by route {decision.Route}.",
            (await writer.WriteAsync(email, decision with { Detail = detail }, EmailStatus.Sent, outcome.Log)).Record);
    }
}
