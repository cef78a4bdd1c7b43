using System.Text.Json.Serialization;

namespace RenderSignal.AspNetCore;

/// <summary>A change of settings was stored.</summary>
internal sealed record SavedAnswer([property: JsonPropertyName("message")] string Message) : Answer(true)
{
    /// <summary>What was done, and what of the change was not.</summary>
    public static string Text(string done, SettingsChange change) =>
        change.Remarks.Count == 0 ? done : $"{done} But: {string.Join(' ', change.Remarks)}";
}
