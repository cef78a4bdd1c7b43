using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;

namespace RenderSignal.AspNetCore.Tests;

/// <summary>Requests as the tests make them: JSON in, status and JSON out.</summary>
internal static class JsonRequests
{
    public static async Task<(HttpStatusCode Status, JsonObject Json)> GetJsonAsync(this HttpClient client, string path)
    {
        using var answer = await client.GetAsync(path, TestContext.Current.CancellationToken);
        return await ReadAsync(answer);
    }

    public static async Task<(HttpStatusCode Status, JsonObject Json)> PostJsonAsync(this HttpClient client, string path, JsonNode? body)
    {
        using var answer = await client.PostAsJsonAsync(path, body, TestContext.Current.CancellationToken);
        return await ReadAsync(answer);
    }

    /// <summary>As a tool sends it that may not know how to write JSON.</summary>
    public static async Task<(HttpStatusCode Status, JsonObject Json)> PostTextAsync(this HttpClient client, string path, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await client.PostAsync(path, content, TestContext.Current.CancellationToken);
        return await ReadAsync(answer);
    }

    private static async Task<(HttpStatusCode Status, JsonObject Json)> ReadAsync(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return (answer.StatusCode, JsonNode.Parse(text) as JsonObject ?? throw new FormatException($"No JSON object: {text}"));
    }
}
