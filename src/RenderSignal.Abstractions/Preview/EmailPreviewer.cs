using System.Text;

namespace RenderSignal;

internal sealed class EmailPreviewer(
    DecisionTable table, ISettingsReader settingsReader, DecisionFactsReader factsReader, DeliveryTargets targets) : IEmailPreviewer
{
    public async Task<EmailPreview> PreviewAsync(EmailDraft draft, CancellationToken cancellationToken)
    {
        var settings = await settingsReader.GetAsync(cancellationToken);
        var email = new EmailEnvelope
        {
            Uid = default,
            Subject = draft.Subject,
            From = draft.From,
            SizeInBytes = Encoding.UTF8.GetByteCount(draft.Body),
            HasAttachments = draft.HasAttachments,
        };
        var content = new EmailBody(draft.Body, "").Content;
        var traits = table.TraitsOf(email);
        var facts = await factsReader.ReadAsync(email, settings, cancellationToken);
        var group = SubjectGroups.Scope(traits.GroupId, facts.Now);
        facts = await factsReader.CompleteAsync(facts, group, cancellationToken);

        var trace = new DecisionTrace();
        var decision = DecisionTable.DecideBySender(email, settings, trace)
            ?? DecisionTable.DecideByEnvelope(email, traits, facts, trace)
            ?? table.DecideByBody(email, content, facts, trace);
        var send = decision.Action == EmailAction.Send ? decision : table.DecideRegardless(email, content, SwitchedOn(facts), null);
        return new EmailPreview(decision, trace.StepsTo(decision), group)
        {
            Detection = send.Detection,
            Links = send.Links,
            Delivery = send.Route is { } route ? targets.Find(route)?.Preview(EmailDelivery.RequestFor(email, content, send, settings)) : null,
        };
    }

    private static DecisionFacts SwitchedOn(DecisionFacts facts) => facts with
    {
        Settings = facts.Settings with { Webhooks = facts.Settings.Webhooks with { SendingEnabled = true } },
    };
}
