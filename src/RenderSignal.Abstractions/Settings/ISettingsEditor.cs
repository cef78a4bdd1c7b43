using System.Text.Json.Nodes;

namespace RenderSignal;

/// <summary>Changes the settings documents for an operator: checks first, stores all of a change or nothing of it.</summary>
public interface ISettingsEditor
{
    /// <summary>
    /// Lays fields over a stored document. Null, or an empty text, takes a field back to what the environment says. A masked webhook
    /// address (<see cref="WebhookAddress.Mask"/>) leaves the address that it masks. Fields that the document does not know are ignored.
    /// </summary>
    /// <param name="document">
    /// Which document. The times of day in <see cref="SettingsDocument.WebhookConfig"/> (<c>webhook_time_start</c>,
    /// <c>webhook_time_end</c>) are kept as <see cref="SettingsDocument.WebhookTimeWindow"/>, which has one home so.
    /// </param>
    /// <param name="fields">The fields by their JSON names.</param>
    /// <param name="cancellationToken">Ends the wait for another writer.</param>
    /// <exception cref="SettingsRejectedException">A field cannot be understood; nothing was stored.</exception>
    /// <exception cref="SettingsDocumentException">What is stored is no JSON object.</exception>
    Task<SettingsChange> ChangeAsync(SettingsDocument document, JsonObject fields, CancellationToken cancellationToken);
}
