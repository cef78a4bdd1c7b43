using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace RenderSignal;

internal sealed class SettingsEditor(
    ISettingsStore store, ISettingsReader reader, IOptions<RenderSignalOptions> options, ILogger<SettingsEditor> logger) : ISettingsEditor
{
    public async Task<SettingsChange> ChangeAsync(SettingsDocument document, JsonObject fields, CancellationToken cancellationToken)
    {
        var leftOut = new List<string>();
        await StoreAsync(document, fields, leftOut, cancellationToken);
        if (fields.Count > 0)
        {
            Log.SettingsChanged(logger, document.StoredName(), PrintableText.For(string.Join(", ", fields.Select(field => field.Key))));
        }

        return new SettingsChange(await reader.GetAsync(cancellationToken), leftOut);
    }

    private async Task StoreAsync(SettingsDocument document, JsonObject fields, List<string> leftOut, CancellationToken cancellationToken)
    {
        switch (document)
        {
            case SettingsDocument.WebhookConfig:
                await StoreWebhooksAsync(fields, leftOut, cancellationToken);
                break;
            case SettingsDocument.WebhookTimeWindow:
                await StoreWindowAsync(WebhookFields.NewWindow(fields, "start", "end"), cancellationToken);
                break;
            case SettingsDocument.PollingConfig:
                await StorePollingAsync(fields, leftOut, cancellationToken);
                break;
            case SettingsDocument.ProcessingPrefs:
                await store.UpdateAsync(document, stored => StorePreferences(fields, stored), cancellationToken);
                break;
            case SettingsDocument.RuntimeFlags:
                await store.UpdateAsync(
                    document, stored => FlagFields.Rules.Store(fields, stored, options.Value.Settings.Flags, Leave(leftOut)), cancellationToken);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(document), document, null);
        }
    }

    private async Task StoreWebhooksAsync(JsonObject fields, List<string> leftOut, CancellationToken cancellationToken)
    {
        // Checked before anything is stored: the change goes into two documents.
        var window = fields.ContainsKey(WebhookFields.WindowStart) || fields.ContainsKey(WebhookFields.WindowEnd)
            ? WebhookFields.NewWindow(fields, WebhookFields.WindowStart, WebhookFields.WindowEnd)
            : null;
        var current = (await reader.GetAsync(cancellationToken)).Webhooks;
        await store.UpdateAsync(
            SettingsDocument.WebhookConfig,
            stored =>
            {
                leftOut.Clear();
                WebhookFields.Rules.Store(fields, stored, current, Leave(leftOut));
                if (window is not null)
                {
                    stored.Remove(WebhookFields.WindowStart);
                    stored.Remove(WebhookFields.WindowEnd);
                }
            },
            cancellationToken);
        if (window is not null)
        {
            await StoreWindowAsync(window, cancellationToken);
        }
    }

    private async Task StoreWindowAsync(JsonObject window, CancellationToken cancellationToken) => await store.UpdateAsync(
        SettingsDocument.WebhookTimeWindow,
        stored =>
        {
            foreach (var (field, value) in window)
            {
                stored[field] = value?.DeepClone();
            }
        },
        cancellationToken);

    private async Task StorePollingAsync(JsonObject fields, List<string> leftOut, CancellationToken cancellationToken) => await store.UpdateAsync(
        SettingsDocument.PollingConfig,
        stored =>
        {
            leftOut.Clear();
            var below = options.Value.Settings.Polling;
            PollingFields.Rules.Store(fields, stored, below, Leave(leftOut));
            var schedule = PollingFields.Rules.Apply(stored, below, _ => { }).Schedule;
            if (schedule.VacationStart > schedule.VacationEnd)
            {
                throw new SettingsRejectedException("vacation_end", "vacation_end is before vacation_start: write a later day, or null in both fields for no vacation.");
            }
        },
        cancellationToken);

    private void StorePreferences(JsonObject fields, JsonObject stored)
    {
        var current = ProcessingPreferencesDocument.Rules.Apply(stored, options.Value.Settings.Preferences, _ => { });
        if (!ProcessingPreferencesDocument.TryApply(fields, current, out var changed, out var error))
        {
            throw new SettingsRejectedException(error[..error.IndexOf(' ', StringComparison.Ordinal)], error);
        }

        ProcessingPreferencesDocument.Write(changed, stored);
    }

    private static Action<FieldProblem> Leave(List<string> leftOut) => problem => leftOut.Add(problem.ToString());
}
