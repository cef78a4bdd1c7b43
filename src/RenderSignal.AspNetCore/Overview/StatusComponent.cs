using System.Text.Json.Serialization;

namespace RenderSignal.AspNetCore;

/// <summary>How one part fares; null: never since the process started.</summary>
/// <param name="Status"><c>working</c>, <c>resting</c> or <c>failing</c>.</param>
/// <param name="Since">Since when.</param>
/// <param name="NotePhrase">Why it rests, or what it does.</param>
/// <param name="LastSuccess">When it last succeeded.</param>
/// <param name="LastFailure">When it last failed.</param>
/// <param name="LastError">What went wrong then; it stays after the part has recovered.</param>
internal sealed record StatusComponent(
    [property: JsonPropertyName("status")] string Status,
    [property: JsonPropertyName("since")] string Since,
    [property: JsonPropertyName("note_phrase")] PhraseEntry? NotePhrase,
    [property: JsonPropertyName("last_success")] string? LastSuccess,
    [property: JsonPropertyName("last_failure")] string? LastFailure,
    [property: JsonPropertyName("last_error")] string? LastError)
{
    public static StatusComponent From(ComponentStatus status) => new(
        WireNames.Of(status.State),
        ApiTime.Format(status.Since),
        PhraseEntry.From(status.Note),
        ApiTime.FormatOrNull(status.LastSuccess),
        ApiTime.FormatOrNull(status.LastFailure),
        status.LastError);
}
