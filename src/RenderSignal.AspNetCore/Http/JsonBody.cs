using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;

namespace RenderSignal.AspNetCore;

/// <summary>Reads the JSON object of a request.</summary>
internal static class JsonBody
{
    /// <summary>In octets.</summary>
    public const int MaxLength = 256 * 1024;

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 32 };

    /// <summary>The object; an empty body is an empty object.</summary>
    /// <exception cref="RequestRejectedException">413 for more than <see cref="MaxLength"/>, 400 for what is no JSON object.</exception>
    public static async Task<JsonObject> ReadAsync(HttpRequest request)
    {
        var body = await ReadOctetsAsync(request);
        if (body.Length == 0)
        {
            return [];
        }

        if (!request.HasJsonContentType())
        {
            var told = string.IsNullOrEmpty(request.ContentType) ? "nothing" : $"'{PrintableText.For(request.ContentType)}'";
            throw Rejected($"The body is said to be {told}: send it with the header Content-Type: application/json.");
        }

        if (!Utf8.IsValid(body.Span))
        {
            throw Rejected("The body is not JSON: it is no UTF-8.");
        }

        try
        {
            var json = JsonNode.Parse(body.Span, documentOptions: Strict) as JsonObject
                ?? throw Rejected("The body is no JSON object: send {\"field\": value, …}.");
            _ = json.ToJsonString(); // what is wrong with an escape is told only by who reads it
            return json;
        }
        catch (JsonException exception)
        {
            throw Rejected($"The body is not JSON: {exception.Message}");
        }
        catch (InvalidOperationException)
        {
            throw Rejected("The body has half a character in it: a \\ud800 to \\udfff without its other half.");
        }
    }

    /// <summary>A field that is a text, trimmed; null when it is missing, empty or something else.</summary>
    public static string? Text(JsonObject body, string field) =>
        body[field] is JsonValue value && value.TryGetValue<string>(out var text) && text.Trim() is { Length: > 0 } trimmed ? trimmed : null;

    private static async Task<ReadOnlyMemory<byte>> ReadOctetsAsync(HttpRequest request)
    {
        if (request.ContentLength > MaxLength)
        {
            throw TooLarge();
        }

        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, request.HttpContext.RequestAborted)) > 0)
        {
            if (body.Length + read > MaxLength)
            {
                throw TooLarge();
            }

            body.Write(buffer, 0, read);
        }

        return body.GetBuffer().AsMemory(0, (int)body.Length);
    }

    private static RequestRejectedException Rejected(string message) => new(StatusCodes.Status400BadRequest, message);

    private static RequestRejectedException TooLarge() =>
        new(StatusCodes.Status413PayloadTooLarge, $"The body is larger than {MaxLength / 1024} KB.");
}
