using System.Text.Json.Nodes;

namespace RenderSignal.AspNetCore;

/// <summary>A sealed address in a file: <c>{"sealed": "base64…"}</c>.</summary>
internal static class SealedAddress
{
    private const string Field = "sealed";

    public static JsonObject Write(string text) => new() { [Field] = text };

    /// <returns>What is sealed; null when the value is something else.</returns>
    public static string? Read(JsonNode? value) =>
        value is JsonObject fields && fields[Field] is JsonValue text && text.TryGetValue<string>(out var content) ? content : null;
}
