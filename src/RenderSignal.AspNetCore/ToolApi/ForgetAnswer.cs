using System.Text.Json.Serialization;

namespace RenderSignal.AspNetCore;

/// <summary>A mail is not known as done any more.</summary>
internal sealed record ForgetAnswer(
    [property: JsonPropertyName("email_id")] string EmailId,
    [property: JsonPropertyName("removed")] bool Removed) : Answer(true);
