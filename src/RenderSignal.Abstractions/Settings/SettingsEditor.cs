using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace RenderSignal;

internal sealed class SettingsEditor(
    ISettingsStore store, ISettingsReader reader, IOptions<RenderSignalOptions> options, ILogger<SettingsEditor> logger) : ISettingsEditor
{
    /// <summary>How many fields that nobody knows are named.</summary>
    private const int MaxUnknown = 5;

    public async Task<SettingsChange> ChangeAsync(SettingsDocument document, JsonObject fields, CancellationToken cancellationToken)
    {
        List<string> remarks = [];
        var known = FieldsOf(document).Where(fields.ContainsKey).ToList();
        if (known.Count > 0 || document == SettingsDocument.WebhookTimeWindow)
        {
            remarks = await StoreAsync(document, fields, cancellationToken);
            Log.SettingsChanged(logger, document.StoredName(), string.Join(", ", known));
        }

        remarks.AddRange(fields.Select(field => field.Key).Except(known).Take(MaxUnknown).Select(
            unknown => $"{PrintableText.For(unknown)} is no setting of {document.StoredName()} and was ignored."));
        return new SettingsChange(await reader.GetAsync(cancellationToken), remarks);
    }

    private static IEnumerable<string> FieldsOf(SettingsDocument document) => document switch
    {
        SettingsDocument.WebhookConfig => [.. WebhookFields.Rules.Select(rule => rule.Field), WebhookFields.WindowStart, WebhookFields.WindowEnd],
        SettingsDocument.WebhookTimeWindow => [WebhookFields.Start, WebhookFields.End],
        SettingsDocument.PollingConfig => PollingFields.Rules.Select(rule => rule.Field),
        SettingsDocument.ProcessingPrefs => ProcessingPreferencesDocument.Rules.Select(rule => rule.Field),
        SettingsDocument.RuntimeFlags => FlagFields.Rules.Select(rule => rule.Field),
        _ => throw new ArgumentOutOfRangeException(nameof(document), document, null),
    };

    private Task<List<string>> StoreAsync(SettingsDocument document, JsonObject fields, CancellationToken cancellationToken) => document switch
    {
        SettingsDocument.WebhookConfig => StoreWebhooksAsync(fields, cancellationToken),
        SettingsDocument.WebhookTimeWindow => StoreWindowAsync(WebhookFields.NewWindow(fields, WebhookFields.Start, WebhookFields.End), cancellationToken),
        SettingsDocument.PollingConfig => UpdateAsync(document, (stored, leaveOut) => StorePolling(fields, stored, leaveOut), cancellationToken),
        SettingsDocument.ProcessingPrefs => UpdateAsync(document, (stored, _) => StorePreferences(fields, stored), cancellationToken),
        _ => UpdateAsync(document, (stored, leaveOut) => FlagFields.Rules.Store(fields, stored, options.Value.Settings.Flags, leaveOut), cancellationToken),
    };

    private async Task<List<string>> StoreWebhooksAsync(JsonObject fields, CancellationToken cancellationToken)
    {
        // Checked before anything is stored: the change goes into two documents.
        var window = fields.ContainsKey(WebhookFields.WindowStart) || fields.ContainsKey(WebhookFields.WindowEnd)
            ? WebhookFields.NewWindow(fields, WebhookFields.WindowStart, WebhookFields.WindowEnd)
            : null;
        var leftOut = await UpdateAsync(
            SettingsDocument.WebhookConfig,
            (stored, leaveOut) =>
            {
                var current = WebhookFields.ApplyConfig(stored, options.Value.Settings.Webhooks, _ => { });
                WebhookFields.Rules.Store(fields, stored, current, leaveOut);
                if (window is not null)
                {
                    stored.Remove(WebhookFields.WindowStart);
                    stored.Remove(WebhookFields.WindowEnd);
                }
            },
            cancellationToken);
        if (window is not null)
        {
            // One half is stored: nobody who gives up waiting keeps the other from following.
            await StoreWindowAsync(window, CancellationToken.None);
        }

        return leftOut;
    }

    private Task<List<string>> StoreWindowAsync(JsonObject window, CancellationToken cancellationToken) => UpdateAsync(
        SettingsDocument.WebhookTimeWindow,
        (stored, _) =>
        {
            foreach (var (field, value) in window)
            {
                stored[field] = value?.DeepClone();
            }
        },
        cancellationToken);

    private void StorePolling(JsonObject fields, JsonObject stored, Action<FieldProblem> leaveOut)
    {
        var below = options.Value.Settings.Polling;
        PollingFields.Rules.Store(fields, stored, below, leaveOut);
        var schedule = PollingFields.Rules.Apply(stored, below, _ => { }).Schedule;
        if (schedule.VacationStart > schedule.VacationEnd
            && (fields.ContainsKey(PollingFields.VacationStart) || fields.ContainsKey(PollingFields.VacationEnd)))
        {
            throw new SettingsRejectedException(PollingFields.VacationEnd, $"vacation_end is before vacation_start: write {Expectations.LaterVacationEnd}.")
            {
                Expected = Expectations.LaterVacationEnd,
            };
        }
    }

    private void StorePreferences(JsonObject fields, JsonObject stored)
    {
        var current = ProcessingPreferencesDocument.Rules.Apply(stored, options.Value.Settings.Preferences, _ => { });
        var changed = ProcessingPreferencesDocument.Rules.Apply(
            fields, current, problem => throw problem.ToRejection());
        ProcessingPreferencesDocument.Write(changed, stored);
    }

    private async Task<List<string>> UpdateAsync(
        SettingsDocument document, Action<JsonObject, Action<FieldProblem>> change, CancellationToken cancellationToken)
    {
        List<string> leftOut = [];
        await store.UpdateAsync(
            document,
            stored =>
            {
                leftOut.Clear();
                change(stored, problem => leftOut.Add(problem.ToString()));
            },
            cancellationToken);
        return leftOut;
    }
}
