using System.Text.Json.Nodes;

namespace RenderSignal;

/// <summary>Changes the settings documents for an operator: checks first, stores all of a change or nothing of it.</summary>
public interface ISettingsEditor
{
    /// <summary>
    /// Lays fields over a stored document. Null takes a switch, an address, the weekdays or the senders back to what the environment
    /// says (an empty text in the place of an address, an empty list of weekdays do, too); a day, a side of the window or a limit that is
    /// null is none; a number cannot be null. A masked webhook address (<see cref="WebhookAddress.Mask"/>) leaves the address that it
    /// masks. Fields that the document does not know are ignored.
    /// </summary>
    /// <param name="document">
    /// Which document. The times of day in <see cref="SettingsDocument.WebhookConfig"/> (<c>webhook_time_start</c>,
    /// <c>webhook_time_end</c>) are kept as <see cref="SettingsDocument.WebhookTimeWindow"/>, which has one home so.
    /// </param>
    /// <param name="fields">The fields by their JSON names. Of the window <c>start</c> and <c>end</c>: one that is not there is null.</param>
    /// <param name="cancellationToken">Ends the wait for another writer.</param>
    /// <exception cref="SettingsRejectedException">A field cannot be understood; nothing was stored.</exception>
    /// <exception cref="SettingsDocumentException">What is stored is no JSON object.</exception>
    Task<SettingsChange> ChangeAsync(SettingsDocument document, JsonObject fields, CancellationToken cancellationToken);
}
