using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace RenderSignal;

internal sealed class SettingsEditor(
    ISettingsStore store, ISettingsReader reader, ActivityFeed feed, IOptions<RenderSignalOptions> options, ILogger<SettingsEditor> logger) : ISettingsEditor
{
    /// <summary>How many fields that nobody knows are named.</summary>
    private const int MaxUnknown = 5;

    public async Task<string> GetVersionAsync(SettingsDocument document, CancellationToken cancellationToken) =>
        SettingsVersion.Of(await store.ReadAsync(document, cancellationToken));

    public async Task<SettingsChange> CheckAsync(SettingsDocument document, JsonObject fields, CancellationToken cancellationToken)
    {
        var known = KnownIn(document, fields);
        List<FieldProblem> leftOut = [];
        var stored = await store.ReadAsync(document, cancellationToken) ?? [];
        var settings = await reader.GetAsync(cancellationToken);
        if (IsChange(document, known))
        {
            Put(document, fields, stored, leftOut.Add);
            settings = SettingsOverlay.With(settings, document, stored, options.Value.Settings);
            if (document == SettingsDocument.WebhookConfig && WindowAmongWebhooks(fields) is { } window)
            {
                settings = SettingsOverlay.With(settings, SettingsDocument.WebhookTimeWindow, window, options.Value.Settings);
            }
        }

        return WithUnknown(Change(settings, leftOut, SettingsVersion.Of(stored)), document, fields, known);
    }

    public async Task<SettingsChange> ChangeAsync(
        SettingsDocument document, JsonObject fields, string? expectedVersion, CancellationToken cancellationToken)
    {
        // Read before anything is stored: from then on nothing that fails may hide that it was.
        var settings = await reader.GetAsync(cancellationToken);
        var known = KnownIn(document, fields);
        if (!IsChange(document, known))
        {
            return WithUnknown(Change(settings, [], await ExpectAsync(document, expectedVersion, cancellationToken)), document, fields, known);
        }

        var stored = await StoreAsync(document, fields, expectedVersion, settings, cancellationToken);
        Log.SettingsChanged(logger, document.StoredName(), string.Join(", ", known));
        return WithUnknown(stored, document, fields, known);
    }

    private static List<string> KnownIn(SettingsDocument document, JsonObject fields) => [.. FieldsOf(document).Where(fields.ContainsKey)];

    // A window without its sides is refused in words, not passed over.
    private static bool IsChange(SettingsDocument document, List<string> known) => known.Count > 0 || document == SettingsDocument.WebhookTimeWindow;

    private static SettingsChange Change(RenderSignalSettings settings, List<FieldProblem> leftOut, string version) =>
        new(settings, [.. leftOut.Select(problem => problem.ToString())], version)
        {
            LeftOut = leftOut.ToDictionary(problem => problem.Field, problem => problem.LeftOut),
        };

    private static SettingsChange WithUnknown(SettingsChange change, SettingsDocument document, JsonObject fields, List<string> known) => change with
    {
        Remarks =
        [
            .. change.Remarks,
            .. fields.Select(field => field.Key).Except(known).Take(MaxUnknown)
                .Select(unknown => $"{PrintableText.For(unknown)} is no setting of {document.StoredName()} and was ignored."),
        ],
    };

    private static IEnumerable<string> FieldsOf(SettingsDocument document) => document switch
    {
        SettingsDocument.WebhookConfig => [.. WebhookFields.Rules.Select(rule => rule.Field), WebhookFields.WindowStart, WebhookFields.WindowEnd],
        SettingsDocument.WebhookTimeWindow => [WebhookFields.Start, WebhookFields.End],
        SettingsDocument.PollingConfig => PollingFields.Rules.Select(rule => rule.Field),
        SettingsDocument.ProcessingPrefs => ProcessingPreferencesDocument.Rules.Select(rule => rule.Field),
        SettingsDocument.RuntimeFlags => FlagFields.Rules.Select(rule => rule.Field),
        _ => throw new ArgumentOutOfRangeException(nameof(document), document, null),
    };

    private async Task<string> ExpectAsync(SettingsDocument document, string? expectedVersion, CancellationToken cancellationToken)
    {
        var version = await GetVersionAsync(document, cancellationToken);
        return expectedVersion is null || expectedVersion == version ? version : throw new SettingsConflictException(document, version);
    }

    /// <param name="document">Which document.</param>
    /// <param name="fields">The fields.</param>
    /// <param name="expectedVersion">The version that the change was made for; null: whichever.</param>
    /// <param name="settings">The settings in force before it.</param>
    /// <param name="cancellationToken">Ends the wait for another writer.</param>
    private async Task<SettingsChange> StoreAsync(
        SettingsDocument document, JsonObject fields, string? expectedVersion, RenderSignalSettings settings, CancellationToken cancellationToken)
    {
        // Checked before anything is stored: such a change goes into two documents.
        var window = document == SettingsDocument.WebhookConfig ? WindowAmongWebhooks(fields) : null;
        var stored = await UpdateAsync(document, fields, expectedVersion, settings, cancellationToken);
        if (window is null)
        {
            return stored;
        }

        // One half is stored: nobody who gives up waiting keeps the other from following.
        var other = await UpdateAsync(SettingsDocument.WebhookTimeWindow, window, expectedVersion: null, stored.Settings, CancellationToken.None);
        return stored with { Settings = other.Settings };
    }

    private static JsonObject? WindowAmongWebhooks(JsonObject fields) =>
        fields.ContainsKey(WebhookFields.WindowStart) || fields.ContainsKey(WebhookFields.WindowEnd)
            ? WebhookFields.NewWindow(fields, WebhookFields.WindowStart, WebhookFields.WindowEnd)
            : null;

    /// <summary>Lays the fields over the document alone.</summary>
    private void Put(SettingsDocument document, JsonObject fields, JsonObject stored, Action<FieldProblem> leaveOut)
    {
        switch (document)
        {
            case SettingsDocument.WebhookConfig:
                StoreWebhooks(fields, stored, leaveOut);
                break;
            case SettingsDocument.WebhookTimeWindow:
                StoreWindow(fields, stored);
                break;
            case SettingsDocument.PollingConfig:
                StorePolling(fields, stored, leaveOut);
                break;
            case SettingsDocument.ProcessingPrefs:
                StorePreferences(fields, stored);
                break;
            default:
                FlagFields.Rules.Store(fields, stored, options.Value.Settings.Flags, leaveOut);
                break;
        }
    }

    private void StoreWebhooks(JsonObject fields, JsonObject stored, Action<FieldProblem> leaveOut)
    {
        var current = WebhookFields.ApplyConfig(stored, options.Value.Settings.Webhooks, _ => { });
        WebhookFields.Rules.Store(fields, stored, current, leaveOut);
        if (WindowAmongWebhooks(fields) is not null)
        {
            stored.Remove(WebhookFields.WindowStart);
            stored.Remove(WebhookFields.WindowEnd);
        }
    }

    private static void StoreWindow(JsonObject fields, JsonObject stored)
    {
        foreach (var (field, value) in WebhookFields.NewWindow(fields, WebhookFields.Start, WebhookFields.End))
        {
            stored[field] = value?.DeepClone();
        }
    }

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

    private async Task<SettingsChange> UpdateAsync(
        SettingsDocument document, JsonObject fields, string? expectedVersion, RenderSignalSettings settings, CancellationToken cancellationToken)
    {
        var before = "";
        List<FieldProblem> leftOut = [];
        var written = await store.UpdateAsync(
            document,
            stored =>
            {
                before = SettingsVersion.Of(stored);
                if (expectedVersion is not null && expectedVersion != before)
                {
                    throw new SettingsConflictException(document, before);
                }

                leftOut.Clear();
                Put(document, fields, stored, leftOut.Add);
            },
            cancellationToken);
        var version = SettingsVersion.Of(written);
        if (version != before)
        {
            feed.Publish(document, version);
        }

        return Change(SettingsOverlay.With(settings, document, written, options.Value.Settings), leftOut, version);
    }
}
