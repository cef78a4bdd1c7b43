using System.Text.Json.Serialization;

namespace RenderSignal.AspNetCore;

internal sealed record EmailAnswer([property: JsonPropertyName("email")] EmailEntry Email) : Answer(true);
