using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace RenderSignal;

/// <summary>
/// The options' settings, overlaid by the stored documents. These are read anew each time (five small files), and
/// compared with what was read before, so that a change is obeyed at once and its faults are told once.
/// </summary>
internal sealed class SettingsReader(ISettingsStore store, IOptions<RenderSignalOptions> options, ILogger<SettingsReader> logger) : ISettingsReader, IDisposable
{
    private static readonly SettingsDocument[] Documents = Enum.GetValues<SettingsDocument>();

    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly Dictionary<SettingsDocument, JsonObject?> _contents = [];
    private readonly Dictionary<SettingsDocument, string> _failures = [];
    private readonly HashSet<SettingsDocument> _changed = [];
    private RenderSignalSettings? _current;

    public async ValueTask<RenderSignalSettings> GetAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            foreach (var document in Documents)
            {
                await RefreshAsync(document, cancellationToken);
            }

            if (_current is null || _changed.Count > 0)
            {
                _current = Overlay();
                _changed.Clear();
            }

            return _current;
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();

    private async ValueTask RefreshAsync(SettingsDocument document, CancellationToken cancellationToken)
    {
        JsonObject? content;
        try
        {
            content = await store.ReadAsync(document, cancellationToken);
        }
        catch (SettingsDocumentException e)
        {
            if (_failures.GetValueOrDefault(document) != e.Message)
            {
                _failures[document] = e.Message;
                StoreLog.DocumentNotObeyed(logger, document.StoredName(), e.Message);
            }

            return;
        }

        _failures.Remove(document);
        if (!JsonNode.DeepEquals(content, _contents.GetValueOrDefault(document)))
        {
            _contents[document] = content;
            _changed.Add(document);
        }
    }

    private RenderSignalSettings Overlay()
    {
        var below = options.Value.Settings;
        var webhooks = Lay(SettingsDocument.WebhookConfig, below.Webhooks, WebhookFields.ApplyConfig);
        return below with
        {
            Webhooks = Lay(SettingsDocument.WebhookTimeWindow, webhooks, WebhookFields.ApplyWindow),
            Polling = Lay(SettingsDocument.PollingConfig, below.Polling, PollingFields.Rules.Apply),
            Preferences = Lay(SettingsDocument.ProcessingPrefs, below.Preferences, ProcessingPreferencesDocument.Rules.Apply),
            Flags = Lay(SettingsDocument.RuntimeFlags, below.Flags, FlagFields.Rules.Apply),
        };

        T Lay<T>(SettingsDocument document, T under, Func<JsonObject, T, Action<FieldProblem>, T> overlay) =>
            _contents.GetValueOrDefault(document) is { } content
                ? overlay(content, under, problem => Complain(document, problem))
                : under;
    }

    private void Complain(SettingsDocument document, FieldProblem problem)
    {
        if (_changed.Contains(document))
        {
            StoreLog.SettingNotObeyed(logger, document.StoredName(), problem.Field, problem.Value, problem.Expected.English);
        }
    }
}
