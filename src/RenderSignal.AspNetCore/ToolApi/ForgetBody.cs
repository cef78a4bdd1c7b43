using System.Text.Json.Serialization;

namespace RenderSignal.AspNetCore;

/// <summary>Which mail is to be forgotten.</summary>
internal sealed record ForgetBody([property: JsonPropertyName("email_id")] string EmailId);
