using System.Text.Json.Nodes;

namespace RenderSignal.AspNetCore;

/// <summary>Finds out what a file would change. Stores nothing.</summary>
internal sealed class ImportPlanner(ISettingsReader reader, ISettingsEditor editor)
{
    public async Task<ImportPlan> PlanAsync(JsonObject file, string? passphrase, CancellationToken cancellationToken)
    {
        var plan = new ImportPlan();
        var seal = passphrase is null ? null : new AddressSeal(passphrase);
        var inForce = DocumentsBody.WithAddresses(await reader.GetAsync(cancellationToken));
        foreach (var (document, fields) in FileFormat.Read(file, plan))
        {
            await PlanAsync(plan, document, fields, inForce.FieldsOf(document), seal, cancellationToken);
        }

        return plan;
    }

    private async Task PlanAsync(
        ImportPlan plan, SettingsDocument document, JsonObject fields, JsonObject before, AddressSeal? seal, CancellationToken cancellationToken)
    {
        var name = document.StoredName();
        plan.Remarks.AddRange(fields.Select(field => field.Key).Where(field => !before.ContainsKey(field)).Take(FileFormat.MaxUnknown)
            .Select(field => $"{PrintableText.For(field)} is no setting of {name} and was ignored."));
        var differing = Differing(plan, document, fields, before, seal);
        if (await CheckAsync(plan, document, differing, cancellationToken) is not { } change)
        {
            return;
        }

        var after = DocumentsBody.WithAddresses(change.Settings).FieldsOf(document);
        plan.Remarks.AddRange(change.Remarks);
        plan.Remarks.AddRange(differing.Where(field => IsBlank(field.Value) && !IsBlank(after[field.Key]))
            .Select(field => $"{field.Key} of {name} is not set in the file: what the environment of this process says of it is in force."));
        var changed = differing.Select(field => field.Key).Where(field => !JsonNode.DeepEquals(before[field], after[field])).ToList();
        plan.Changes.AddRange(changed.Select(field =>
            new ImportChange(name, field, AddressFields.Show(document, field, before[field]), AddressFields.Show(document, field, after[field]))));
        if (changed.Count > 0)
        {
            plan.Fields[document] = new JsonObject(differing
                .Where(field => document == SettingsDocument.WebhookTimeWindow || changed.Contains(field.Key))
                .Select(field => KeyValuePair.Create(field.Key, field.Value?.DeepClone())));
        }
    }

    /// <summary>The fields of which the file says something else than what is in force, with addresses opened.</summary>
    private static JsonObject Differing(ImportPlan plan, SettingsDocument document, JsonObject fields, JsonObject before, AddressSeal? seal)
    {
        var differing = new JsonObject();
        var known = fields.Where(field => before.ContainsKey(field.Key)).ToList();
        foreach (var (field, value) in known)
        {
            if (AddressFields.Contains(document, field) && SealedAddress.Read(value) is { } text)
            {
                Open(plan, document, field, text, seal, address => Add(field, address));
            }
            else
            {
                Add(field, value);
            }
        }

        // The sides of the window are one setting.
        return document == SettingsDocument.WebhookTimeWindow && differing.Count > 0
            ? new JsonObject(known.Select(field => KeyValuePair.Create(field.Key, field.Value?.DeepClone())))
            : differing;

        void Add(string field, JsonNode? value)
        {
            if (!JsonNode.DeepEquals(value, before[field]))
            {
                differing[field] = value?.DeepClone();
            }
        }
    }

    private static void Open(ImportPlan plan, SettingsDocument document, string field, string text, AddressSeal? seal, Action<JsonNode> opened)
    {
        try
        {
            if (seal is null)
            {
                Fail($"{field} is sealed: write {TransferExpectations.PassphraseOfFile} in passphrase.", TransferExpectations.PassphraseOfFile);
            }
            else if (seal.Open(field, text) is { } address)
            {
                opened(JsonValue.Create(address));
            }
            else
            {
                Fail(
                    $"{field} cannot be opened: the passphrase is another one than that of the file, or the file was altered. Write {TransferExpectations.PassphraseOfFile}.",
                    TransferExpectations.PassphraseOfFile);
            }
        }
        catch (FormatException)
        {
            Fail($"{field} is sealed in a way that is unknown here, or was cut: export the settings again.", TransferExpectations.ExportedFile);
        }

        void Fail(string message, Phrase expected) =>
            plan.Problems.Add(new ImportProblem(document.StoredName(), field, message, PhraseEntry.From(expected)));
    }

    /// <summary>Has the editor check the fields. One that it refuses is a problem and is taken out, so that the others are checked, too.</summary>
    private async Task<SettingsChange?> CheckAsync(ImportPlan plan, SettingsDocument document, JsonObject fields, CancellationToken cancellationToken)
    {
        while (fields.Count > 0)
        {
            try
            {
                return await editor.CheckAsync(document, fields, cancellationToken);
            }
            catch (SettingsRejectedException rejected)
            {
                plan.Problems.Add(new ImportProblem(document.StoredName(), rejected.Field, rejected.Message, PhraseEntry.From(rejected.Expected)));
                if (document == SettingsDocument.WebhookTimeWindow || !fields.Remove(rejected.Field))
                {
                    return null;
                }
            }
        }

        return null;
    }

    private static bool IsBlank(JsonNode? value) =>
        value is null or JsonArray { Count: 0 } || (value is JsonValue text && text.TryGetValue<string>(out var content) && content.Length == 0);
}
