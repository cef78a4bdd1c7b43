using System.Text.Json.Nodes;

namespace RenderSignal.Imap.Tests;

/// <summary>Settings on a disk that can fail.</summary>
internal sealed class FaultySettingsStore : ISettingsStore
{
    public volatile bool Fails;

    public ValueTask<JsonObject?> ReadAsync(SettingsDocument document, CancellationToken cancellationToken) =>
        Fails ? throw new IOException("The disk is away.") : ValueTask.FromResult<JsonObject?>(null);

    public ValueTask<JsonObject> UpdateAsync(SettingsDocument document, Action<JsonObject> change, CancellationToken cancellationToken) =>
        throw new NotSupportedException();
}
