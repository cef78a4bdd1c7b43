using System.Text;

namespace RenderSignal;

internal sealed class EmailPreviewer(
    DecisionTable table, ISettingsReader settingsReader, DecisionFactsReader factsReader, DeliveryTargets targets, EmailVisits visits) : IEmailPreviewer
{
    public Task<EmailPreview> PreviewAsync(EmailDraft draft, CancellationToken cancellationToken)
    {
        var email = new EmailEnvelope
        {
            Uid = default,
            Subject = draft.Subject,
            From = draft.From,
            SizeInBytes = Encoding.UTF8.GetByteCount(draft.Body),
            HasAttachments = draft.HasAttachments,
        };
        return DecideAsync(email, new EmailBody(draft.Body, "").Content, null, cancellationToken);
    }

    public async Task<EmailPreview> PreviewAsync(string emailId, CancellationToken cancellationToken)
    {
        EmailEnvelope email;
        LedgerRecord record;
        string content;
        await using (var visit = await visits.BeginAsync(emailId, cancellationToken))
        {
            (email, record) = await visit.FindAsync(cancellationToken);
            content = await visit.FetchContentAsync(email, cancellationToken);
        }

        return await DecideAsync(email, content, record, cancellationToken);
    }

    private async Task<EmailPreview> DecideAsync(EmailEnvelope email, string content, LedgerRecord? record, CancellationToken cancellationToken)
    {
        var settings = await settingsReader.GetAsync(cancellationToken);
        var traits = table.TraitsOf(email);
        var facts = await factsReader.ReadAsync(email, settings, cancellationToken);
        var group = SubjectGroups.Scope(traits.GroupId, facts.Now);
        facts = await factsReader.CompleteAsync(facts, group, cancellationToken) with { Reviewed = record?.Status };

        var trace = new DecisionTrace();
        var decision = DecisionTable.DecideBySender(email, settings, trace)
            ?? DecisionTable.DecideByEnvelope(email, traits, facts, trace)
            ?? table.DecideByBody(email, content, facts, trace);
        var send = decision.Action == EmailAction.Send && record is null
            ? decision
            : table.DecideRegardless(email, content, ReplayFacts(facts, record), record?.Detector);
        var target = send.Route is { } route ? targets.Find(route) : null;
        return new EmailPreview(decision, trace.StepsTo(decision), group)
        {
            Detection = send.Detection,
            Links = send.Links,
            Delivery = target?.Preview(EmailDelivery.RequestFor(email, content, send, settings) with { IsByHand = record is not null }),
        };
    }

    /// <summary>What a replay would rest on, if sending were switched on.</summary>
    private static DecisionFacts ReplayFacts(DecisionFacts facts, LedgerRecord? record) => facts with
    {
        Settings = facts.Settings with { Webhooks = facts.Settings.Webhooks with { SendingEnabled = true } },
        Now = ReplaySender.TimeOf(record, facts.Now.ToInstant()).InZone(facts.Settings.Polling.TimeZone),
    };
}
