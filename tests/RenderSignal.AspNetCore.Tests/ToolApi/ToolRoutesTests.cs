using System.Net;
using System.Text.Json.Nodes;

namespace RenderSignal.AspNetCore.Tests;

public sealed class ToolRoutesTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_mail_is_forgotten_once_and_the_others_are_not()
    {
        await using var app = await TestApp.StartAsync();
        using var tool = app.NewTool();
        var dedup = app.Get<IDedupStore>();
        await dedup.MarkProcessedAsync("first", Token);
        await dedup.MarkProcessedAsync("second", Token);

        var (_, forgotten) = await tool.PostJsonAsync("/api/test/clear_email_dedup", new JsonObject { ["email_id"] = " first " });
        var (_, again) = await tool.PostJsonAsync("/api/test/clear_email_dedup", new JsonObject { ["email_id"] = "first" });

        Assert.Equal("""{"success":true,"email_id":"first","removed":true}""", forgotten.ToJsonString());
        Assert.Equal("""{"success":true,"email_id":"first","removed":false}""", again.ToJsonString());
        Assert.False(await dedup.IsProcessedAsync("first", Token));
        Assert.True(await dedup.IsProcessedAsync("second", Token));
        app.Log.AssertNoWarnings();
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"email_id": null}""")]
    [InlineData("""{"email_id": "  "}""")]
    [InlineData("""{"email_id": 7}""")]
    public async Task Without_an_id_nothing_is_forgotten(string body)
    {
        await using var app = await TestApp.StartAsync();
        using var tool = app.NewTool();

        var (status, json) = await tool.PostTextAsync("/api/test/clear_email_dedup", body);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.StartsWith("email_id is missing", (string?)json["message"], StringComparison.Ordinal);
        app.Log.AssertNoWarnings();
    }

    [Fact]
    public async Task How_often_is_polled_is_told_as_the_process_was_started()
    {
        await using var app = await TestApp.StartAsync(new Dictionary<string, string?>
        {
            ["EMAIL_POLLING_INTERVAL_SECONDS"] = "45",
            ["POLLING_INACTIVE_CHECK_INTERVAL_SECONDS"] = "90",
            ["POLLING_TIMEZONE"] = "America/Montreal",
        });
        using var tool = app.NewTool();

        var (_, json) = await tool.GetJsonAsync("/api/test/get_polling_config");

        Assert.Equal((45, 90), ((int)json["interval_seconds"]!, (int)json["inactive_check_interval_seconds"]!));
        Assert.Equal("America/Montreal", (string?)json["timezone"]);
        app.Log.AssertNoWarnings();
    }

    [Theory]
    [InlineData(true, true, true)]
    [InlineData(true, false, false)]
    [InlineData(false, true, false)]
    public async Task Polling_is_on_when_this_process_polls_and_is_to(bool polls, bool isTo, bool shown)
    {
        await using var app = await TestApp.StartAsync();
        using var tool = app.NewTool();
        await app.Get<ISettingsEditor>().ChangeAsync(SettingsDocument.PollingConfig, new JsonObject { ["enable_polling"] = isTo }, Token);
        app.Get<PollActivity>().PollerIs(enabled: polls, alive: false);

        var (_, json) = await tool.GetJsonAsync("/api/test/get_webhook_config");

        Assert.Equal(shown, (bool)json["config"]!["polling_enabled"]!);
        app.Log.AssertNoWarnings();
    }
}
