using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace RenderSignal.AspNetCore.Tests;

/// <summary>Requests to <c>/api/settings</c> as the dashboard makes them.</summary>
internal static class DocumentRequests
{
    public static async Task<(HttpStatusCode Status, JsonObject Json, string? Tag)> ReadDocumentAsync(this HttpClient client, string document)
    {
        using var answer = await client.GetAsync($"/api/settings/{document}", TestContext.Current.CancellationToken);
        return await ReadAsync(answer);
    }

    /// <param name="client">Who sends it.</param>
    /// <param name="document">The document's name.</param>
    /// <param name="fields">The fields to change.</param>
    /// <param name="ifMatch">The header, as it is; null: none.</param>
    public static async Task<(HttpStatusCode Status, JsonObject Json, string? Tag)> ChangeDocumentAsync(
        this HttpClient client, string document, string fields, string? ifMatch = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/settings/{document}") { Content = JsonContent.Create(JsonNode.Parse(fields)) };
        if (ifMatch is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        }

        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return await ReadAsync(answer);
    }

    private static async Task<(HttpStatusCode Status, JsonObject Json, string? Tag)> ReadAsync(HttpResponseMessage answer) =>
        (answer.StatusCode, JsonNode.Parse(await answer.TextAsync())!.AsObject(), answer.Headers.ETag?.Tag);
}
