using System.Text.Json.Serialization;

namespace RenderSignal.AspNetCore;

/// <param name="Emails">The newest first.</param>
/// <param name="Next">What to ask for as <c>before</c> next; null: these were the last.</param>
internal sealed record EmailsAnswer(
    [property: JsonPropertyName("emails")] IReadOnlyList<EmailEntry> Emails,
    [property: JsonPropertyName("next")] string? Next) : Answer(true);
