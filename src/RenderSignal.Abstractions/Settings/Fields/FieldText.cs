using System.Text.Json;
using System.Text.Json.Nodes;

namespace RenderSignal;

/// <summary>Texts in documents.</summary>
internal static class FieldText
{
    /// <summary>The text, trimmed; null when it is none.</summary>
    public static string? Of(JsonNode? value) => value?.GetValueKind() == JsonValueKind.String ? value.GetValue<string>().Trim() : null;

    /// <summary>Whether it is null or an empty text.</summary>
    public static bool IsBlank(JsonNode? value) => value is null || Of(value) is "";
}
