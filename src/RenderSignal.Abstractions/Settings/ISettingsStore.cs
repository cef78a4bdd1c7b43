using System.Text.Json.Nodes;

namespace RenderSignal;

/// <summary>Keeps the settings documents in the reference's JSON shape.</summary>
public interface ISettingsStore
{
    /// <summary>The document, or null when it was never written. The caller owns the returned object.</summary>
    /// <exception cref="SettingsDocumentException">What is stored is not a JSON object.</exception>
    ValueTask<JsonObject?> ReadAsync(SettingsDocument document, CancellationToken cancellationToken);

    /// <summary>
    /// Every document, each by itself: one that cannot be read keeps nobody from the others. A store that can asks for all of them at once.
    /// The caller owns the returned objects.
    /// </summary>
    async ValueTask<IReadOnlyDictionary<SettingsDocument, SettingsReading>> ReadAllAsync(CancellationToken cancellationToken)
    {
        var readings = new Dictionary<SettingsDocument, SettingsReading>();
        foreach (var document in Enum.GetValues<SettingsDocument>())
        {
            try
            {
                readings[document] = new(await ReadAsync(document, cancellationToken));
            }
            catch (SettingsDocumentException exception)
            {
                readings[document] = new(Content: null, exception);
            }
        }

        return readings;
    }

    /// <summary>
    /// Reads the document, lets <paramref name="change"/> alter it and writes it back, all as one step:
    /// of two writers at once neither loses a field of the other. An exception from <paramref name="change"/> writes nothing.
    /// </summary>
    /// <param name="document">Which document.</param>
    /// <param name="change">Alters the document in place; it starts empty when it was never written. May be called more than once.</param>
    /// <param name="cancellationToken">Ends the wait for another writer.</param>
    /// <returns>The document as written.</returns>
    /// <exception cref="SettingsDocumentException">What is stored is not a JSON object.</exception>
    /// <exception cref="IOException">The store takes no change now; the message says why.</exception>
    ValueTask<JsonObject> UpdateAsync(SettingsDocument document, Action<JsonObject> change, CancellationToken cancellationToken);
}
