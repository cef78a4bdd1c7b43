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
            throw new RequestRejectedException(StatusCodes.Status400BadRequest, "The body is not said to be JSON: send it with the header Content-Type: application/json.");
        }

        if (!Utf8.IsValid(body.Span))
        {
            throw new RequestRejectedException(StatusCodes.Status400BadRequest, "The body is not JSON: it is no UTF-8.");
        }

        try
        {
            var json = JsonNode.Parse(body.Span, documentOptions: Strict) as JsonObject
                ?? throw new RequestRejectedException(StatusCodes.Status400BadRequest, "The body is no JSON object: send {\"field\": value, …}.");
            _ = json.ToJsonString(); // half a surrogate pair in an escape is told only by who reads it
            return json;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw new RequestRejectedException(StatusCodes.Status400BadRequest, $"The body is not JSON: {exception.Message}");
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

    private static RequestRejectedException TooLarge() =>
        new(StatusCodes.Status413PayloadTooLarge, $"The body is larger than {MaxLength / 1024} KB.");
}
