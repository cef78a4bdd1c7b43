using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace RenderSignal;

/// <summary>
/// The options' settings, overlaid by the stored documents. These are read anew each time, all at once, and
/// compared with what was read before, so that a change is obeyed at once and its faults are told once.
/// </summary>
internal sealed class SettingsReader(ISettingsStore store, IOptions<RenderSignalOptions> options, ILogger<SettingsReader> logger) : ISettingsReader, IDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly Dictionary<SettingsDocument, JsonObject?> _contents = [];
    private readonly Dictionary<SettingsDocument, string> _failures = [];
    private readonly HashSet<SettingsDocument> _changed = [];
    private RenderSignalSettings? _current;
    private long _begun;
    private long _ended;

    public async ValueTask<RenderSignalSettings> GetAsync(CancellationToken cancellationToken)
    {
        var asked = Volatile.Read(ref _begun);
        await _gate.WaitAsync(cancellationToken);
        try
        {
            // Whoever waited while a reading began and ended has what it found: a slow store is not asked by one after the other.
            if (_ended > asked)
            {
                return _current!;
            }

            var reading = Interlocked.Increment(ref _begun);
            foreach (var (document, found) in await store.ReadAllAsync(cancellationToken))
            {
                Take(document, found);
            }

            if (_current is null || _changed.Count > 0)
            {
                _current = Overlay();
                _changed.Clear();
            }

            _ended = reading;
            return _current;
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();

    private void Take(SettingsDocument document, SettingsReading found)
    {
        if (found.Failure is { } failure)
        {
            if (_failures.GetValueOrDefault(document) != failure.Message)
            {
                _failures[document] = failure.Message;
                StoreLog.DocumentNotObeyed(logger, document.StoredName(), failure.Message);
            }

            return;
        }

        _failures.Remove(document);
        if (!JsonNode.DeepEquals(found.Content, _contents.GetValueOrDefault(document)))
        {
            _contents[document] = found.Content;
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
