using System.Text.Json.Nodes;

namespace RenderSignal;

/// <summary>Settings that end with the process.</summary>
internal sealed class MemorySettingsStore : ISettingsStore
{
    private readonly Lock _sync = new();
    private readonly Dictionary<SettingsDocument, JsonObject> _documents = [];

    public ValueTask<JsonObject?> ReadAsync(SettingsDocument document, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_sync)
        {
            return ValueTask.FromResult(Copy(document));
        }
    }

    public ValueTask<JsonObject> UpdateAsync(SettingsDocument document, Action<JsonObject> change, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_sync)
        {
            var content = Copy(document) ?? [];
            change(content);
            _documents[document] = content;
            return ValueTask.FromResult(Copy(document)!);
        }
    }

    private JsonObject? Copy(SettingsDocument document) => _documents.GetValueOrDefault(document)?.DeepClone().AsObject();
}
