using System.Text.Json.Serialization;

namespace RenderSignal.AspNetCore;

internal sealed record WebhookAnswer([property: JsonPropertyName("config")] WebhookBody Config) : Answer(true);
