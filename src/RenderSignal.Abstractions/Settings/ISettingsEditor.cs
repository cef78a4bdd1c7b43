using System.Text.Json.Nodes;

namespace RenderSignal;

/// <summary>Changes the settings documents for an operator: checks first, stores all of a change to a document or nothing of it.</summary>
public interface ISettingsEditor
{
    /// <summary>
    /// The version of what is stored, which another content has another one of: 16 hex digits. A document that was never written has the
    /// version of an empty one. To show settings with a version, read the version first: settings that are newer than their version do no harm.
    /// </summary>
    /// <exception cref="SettingsDocumentException">What is stored is no JSON object.</exception>
    Task<string> GetVersionAsync(SettingsDocument document, CancellationToken cancellationToken);

    /// <summary>Does what <see cref="ChangeAsync(SettingsDocument, JsonObject, string?, CancellationToken)"/> does, but stores nothing.</summary>
    /// <param name="document">Which document.</param>
    /// <param name="fields">The fields by their JSON names.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>What the change would lead to.</returns>
    /// <exception cref="SettingsRejectedException">A field cannot be understood.</exception>
    /// <exception cref="SettingsDocumentException">What is stored is no JSON object.</exception>
    Task<SettingsChange> CheckAsync(SettingsDocument document, JsonObject fields, CancellationToken cancellationToken);

    /// <summary>
    /// Lays fields over a stored document, whatever its version. See <see cref="ChangeAsync(SettingsDocument, JsonObject, string?, CancellationToken)"/>.
    /// </summary>
    Task<SettingsChange> ChangeAsync(SettingsDocument document, JsonObject fields, CancellationToken cancellationToken) =>
        ChangeAsync(document, fields, expectedVersion: null, cancellationToken);

    /// <summary>
    /// Lays fields over a stored document. Null takes a switch, an address, the weekdays or the senders back to what the environment
    /// says (an empty text in the place of an address, an empty list of weekdays do, too); a day, a side of the window or a limit that is
    /// null is none; a number cannot be null. A masked webhook address (<see cref="WebhookAddress.Mask"/>) leaves the address that it
    /// masks. Fields that the document does not know are ignored. A document that is another one then is told on <see cref="ActivityFeed"/>.
    /// </summary>
    /// <param name="document">
    /// Which document. The times of day in <see cref="SettingsDocument.WebhookConfig"/> (<c>webhook_time_start</c>,
    /// <c>webhook_time_end</c>) are kept as <see cref="SettingsDocument.WebhookTimeWindow"/>, which has one home so. It is written after the
    /// other fields: when the store takes these and then refuses the window, the call fails although these are stored.
    /// </param>
    /// <param name="fields">The fields by their JSON names. Of the window <c>start</c> and <c>end</c>: one that is not there is null.</param>
    /// <param name="expectedVersion">
    /// The version that the change was made for; null: whichever. Compared and stored as one step: of two that change one version at once,
    /// one is refused. It is that of <paramref name="document"/>, also when a window goes into the other one.
    /// </param>
    /// <param name="cancellationToken">Ends the wait for another writer.</param>
    /// <exception cref="SettingsRejectedException">A field cannot be understood; nothing was stored.</exception>
    /// <exception cref="SettingsConflictException">The document has another version; nothing was stored.</exception>
    /// <exception cref="SettingsDocumentException">What is stored is no JSON object.</exception>
    /// <exception cref="IOException">The store takes no change now.</exception>
    Task<SettingsChange> ChangeAsync(SettingsDocument document, JsonObject fields, string? expectedVersion, CancellationToken cancellationToken);
}
