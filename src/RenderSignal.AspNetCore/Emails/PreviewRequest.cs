using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;

namespace RenderSignal.AspNetCore;

/// <summary>A mail that somebody made up. What is missing is empty.</summary>
/// <param name="Subject">The subject.</param>
/// <param name="Sender">The sender, as in a <c>From</c> header.</param>
/// <param name="Body">The text.</param>
/// <param name="HasAttachments">Whether it has an attachment.</param>
internal sealed record PreviewRequest(
    [property: JsonPropertyName("subject")] string? Subject = null,
    [property: JsonPropertyName("sender")] string? Sender = null,
    [property: JsonPropertyName("body")] string? Body = null,
    [property: JsonPropertyName("has_attachments")] bool? HasAttachments = null)
{
    /// <exception cref="RequestRejectedException">400, naming the field that is of another type.</exception>
    public static EmailDraft Read(JsonObject json) => new()
    {
        Subject = Text(json, "subject"),
        From = Text(json, "sender"),
        Body = Text(json, "body"),
        HasAttachments = SwitchField.Read(json, "has_attachments", missing: false),
    };

    private static string Text(JsonObject json, string field) => json[field] switch
    {
        null => "",
        var value when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>(),
        var value => throw Refused(field, value),
    };

    private static RequestRejectedException Refused(string field, JsonNode value) =>
        new(StatusCodes.Status400BadRequest, $"{field} is {PrintableText.For(value.ToJsonString(ApiJson.Options))}: write a text.");
}
