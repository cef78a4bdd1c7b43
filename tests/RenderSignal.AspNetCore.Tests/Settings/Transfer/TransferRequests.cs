using System.Net;
using System.Text.Json.Nodes;

namespace RenderSignal.AspNetCore.Tests;

/// <summary>Requests to <c>/api/settings/export</c> and <c>/api/settings/import</c> as the dashboard makes them.</summary>
internal static class TransferRequests
{
    public const string Passphrase = "crème brûlée";

    public static async Task<JsonObject> ExportAsync(this TestApp app, string? passphrase = Passphrase)
    {
        var (status, file) = await app.Client.PostJsonAsync("/api/settings/export", new JsonObject { ["passphrase"] = passphrase });
        Assert.Equal(HttpStatusCode.OK, status);
        return file;
    }

    public static Task<(HttpStatusCode Status, JsonObject Json)> ImportAsync(
        this TestApp app, JsonNode file, bool apply, string? passphrase = Passphrase, JsonNode? versions = null) =>
        app.Client.PostJsonAsync("/api/settings/import", new JsonObject
        {
            ["file"] = file.DeepClone(),
            ["apply"] = apply,
            ["passphrase"] = passphrase,
            ["versions"] = versions?.DeepClone(),
        });

    /// <summary>A file with these documents.</summary>
    public static JsonObject FileOf(string documents) => new()
    {
        ["format"] = "rendersignal-settings",
        ["format_version"] = 1,
        ["documents"] = JsonNode.Parse(documents),
    };

    /// <summary>The changes as texts: <c>DOCUMENT.FIELD: FROM -> TO</c>.</summary>
    public static IEnumerable<string> Changes(JsonObject answer) => answer["changes"]!.AsArray().Select(change =>
        $"{change!["document"]}.{change["field"]}: {change["from"]?.ToJsonString() ?? "null"} -> {change["to"]?.ToJsonString() ?? "null"}");

    /// <summary>The problems as texts: <c>DOCUMENT.FIELD: MESSAGE</c>.</summary>
    public static IEnumerable<string> Problems(JsonObject answer) =>
        answer["problems"]!.AsArray().Select(problem => $"{problem!["document"]}.{problem["field"]}: {problem["message"]}");

    public static IEnumerable<string?> Texts(JsonNode? list) => list!.AsArray().Select(text => (string?)text);
}
