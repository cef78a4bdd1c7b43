using System.Net;
using System.Text.Json.Nodes;

namespace RenderSignal.AspNetCore.Tests;

public sealed class WindowRoutesTests
{
    [Fact]
    public async Task All_routes_tell_and_set_the_one_window()
    {
        await using var app = await TestApp.StartSignedInAsync();
        using var tool = app.NewTool();
        (HttpClient Client, string Path, string Window)[] changes =
        [
            (app.Client, "/api/webhooks/time-window", """{"start": "9h00", "end": "17:30"}"""),
            (app.Client, "/api/set_webhook_time_window", """{"start": "10h00", "end": "18h00"}"""),
            (tool, "/api/test/set_webhook_time_window", """{"start": "22h00", "end": "6h00"}"""),
            (app.Client, "/api/webhooks/time-window", """{"start": "", "end": null}"""),
        ];

        foreach (var (client, path, window) in changes)
        {
            var (status, answer) = await client.PostTextAsync(path, window);

            Assert.Equal(HttpStatusCode.OK, status);
            var set = JsonNode.Parse(window)!;
            var expected = ((string?)set["start"] is { Length: > 0 } start ? start : null, (string?)set["end"] is { Length: > 0 } end ? end : null);
            Assert.Equal(expected, Window(answer));
            Assert.Equal(expected, Window((await app.Client.GetJsonAsync("/api/webhooks/time-window")).Json));
            Assert.Equal(expected, Window((await app.Client.GetJsonAsync("/api/get_webhook_time_window")).Json));
            Assert.Equal(expected, Window((await tool.GetJsonAsync("/api/test/get_webhook_time_window")).Json));
            var config = (await app.Client.GetJsonAsync("/api/webhooks/config")).Json["config"]!;
            Assert.Equal(expected, ((string?)config["webhook_time_start"], (string?)config["webhook_time_end"]));
        }

        app.Log.AssertNoWarnings();
    }

    [Theory]
    [InlineData("""{"start": "12h00", "end": ""}""", "end is missing")]
    [InlineData("""{"end": "12h00"}""", "start is missing")]
    [InlineData("""{"start": "noon", "end": "18h00"}""", "start is \"noon\"")]
    [InlineData("""{"start": "9h00", "end": 18}""", "end is 18")]
    public async Task A_refusal_in_the_older_form_tells_the_window_in_force(string window, string message)
    {
        await using var app = await TestApp.StartSignedInAsync();
        await app.Client.PostTextAsync("/api/webhooks/time-window", """{"start": "9h00", "end": "17:30"}""");

        var (status, older) = await app.Client.PostTextAsync("/api/set_webhook_time_window", window);
        var (newStatus, newer) = await app.Client.PostTextAsync("/api/webhooks/time-window", window);

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (status, newStatus));
        Assert.Equal(("9h00", "17:30"), Window(older));
        Assert.Equal(["success", "message"], newer.Select(field => field.Key));
        Assert.All(new[] { older, newer }, answer =>
        {
            Assert.False((bool)answer["success"]!);
            Assert.StartsWith(message, (string?)answer["message"], StringComparison.Ordinal);
        });
        app.Log.AssertNoWarnings();
    }

    private static (string? Start, string? End) Window(JsonObject answer) =>
        ((string?)answer["webhooks_time_start"], (string?)answer["webhooks_time_end"]);
}
