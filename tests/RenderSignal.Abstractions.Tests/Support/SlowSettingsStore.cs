using System.Text.Json.Nodes;

namespace RenderSignal.Abstractions.Tests;

/// <summary>A store that answers when it is told to.</summary>
internal sealed class SlowSettingsStore : ISettingsStore, IDisposable
{
    private readonly SemaphoreSlim _answers = new(0);

    public int RetryCount { get; set; }

    public int Readings { get; private set; }

    public void Answer() => _answers.Release();

    public async ValueTask<IReadOnlyDictionary<SettingsDocument, SettingsReading>> ReadAllAsync(CancellationToken cancellationToken)
    {
        Readings++;
        await _answers.WaitAsync(cancellationToken);
        return new Dictionary<SettingsDocument, SettingsReading> { [SettingsDocument.ProcessingPrefs] = new(new JsonObject { ["retry_count"] = RetryCount }) };
    }

    public async ValueTask<JsonObject?> ReadAsync(SettingsDocument document, CancellationToken cancellationToken) =>
        (await ReadAllAsync(cancellationToken)).GetValueOrDefault(document)?.Content;

    public void Dispose() => _answers.Dispose();

    public ValueTask<JsonObject> UpdateAsync(SettingsDocument document, Action<JsonObject> change, CancellationToken cancellationToken) =>
        throw new NotSupportedException("It is only read.");
}
