using System.Text.Json.Serialization;

namespace RenderSignal.AspNetCore;

internal sealed record ToolWebhookAnswer([property: JsonPropertyName("config")] ToolWebhookBody Config) : Answer(true);
