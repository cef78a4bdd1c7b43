using System.Net;
using System.Text.Json.Nodes;

namespace RenderSignal.AspNetCore.Tests;

public sealed class PollingRoutesTests
{
    private const string Change = "/api/update_polling_config";
    private const string Toggle = "/api/polling/toggle";

    [Fact]
    public async Task What_could_not_be_understood_in_a_list_is_said_in_words()
    {
        await using var app = await TestApp.StartSignedInAsync();

        var (status, json) = await app.Client.PostJsonAsync(Change, new JsonObject { ["active_days"] = "1,3,x", ["sender_of_interest_for_polling"] = "A@B.test,nobody" });

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("[1,3]", json["config"]!["active_days"]!.ToJsonString());
        Assert.Equal("""["a@b.test"]""", json["config"]!["sender_of_interest_for_polling"]!.ToJsonString());
        var message = (string?)json["message"];
        Assert.Contains("""active_days is "1,3,x": write a list of weekdays""", message, StringComparison.Ordinal);
        Assert.Contains("""sender_of_interest_for_polling is "A@B.test,nobody": write a list of e-mail addresses.""", message, StringComparison.Ordinal);
        app.Log.AssertNoWarnings();
    }

    [Theory]
    [InlineData("""{"vacation_start": "2027-01-03", "vacation_end": "2026-12-20"}""", "vacation_end is before vacation_start")]
    [InlineData("""{"active_start_hour": [9]}""", "active_start_hour is [9]")]
    [InlineData("""{"active_days": {"monday": true}}""", "active_days is")]
    [InlineData("""{"enable_polling": "perhaps"}""", "enable_polling is")]
    public async Task What_cannot_be_obeyed_is_refused_by_name_and_nothing_changes(string fields, string message)
    {
        await using var app = await TestApp.StartSignedInAsync();
        var (_, before) = await app.Client.GetJsonAsync("/api/get_polling_config");

        var (status, json) = await app.Client.PostTextAsync(Change, fields);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.StartsWith(message, (string?)json["message"], StringComparison.Ordinal);
        Assert.True(JsonNode.DeepEquals(before, (await app.Client.GetJsonAsync("/api/get_polling_config")).Json));
        app.Log.AssertNoWarnings();
    }

    [Theory]
    [InlineData("false", false)]
    [InlineData("\"off\"", false)]
    [InlineData("true", true)]
    public async Task The_switch_is_in_force_at_once(string enable, bool enabled)
    {
        await using var app = await TestApp.StartSignedInAsync();

        var (status, json) = await app.Client.PostTextAsync(Toggle, $$"""{"enable": {{enable}}}""");

        Assert.Equal((HttpStatusCode.OK, enabled), (status, (bool)json["polling_enabled"]!));
        Assert.Equal(enabled, (await app.Get<ISettingsReader>().GetAsync(TestContext.Current.CancellationToken)).Polling.Enabled);
        Assert.Equal(enabled, (bool)(await app.Client.GetJsonAsync("/api/get_polling_config")).Json["config"]!["enable_polling"]!);
        app.Log.AssertNoWarnings();
    }

    [Theory]
    [InlineData("{}", "missing")]
    [InlineData("""{"enable": null}""", "missing")]
    [InlineData("""{"enable": "perhaps"}""", "\"perhaps\"")]
    [InlineData("""{"enable": 2}""", "2")]
    [InlineData("""{"enable": [true]}""", "[true]")]
    [InlineData("""{"enable_polling": false}""", "missing")]
    public async Task Without_a_switch_nothing_is_switched(string body, string what)
    {
        await using var app = await TestApp.StartSignedInAsync();

        var (status, json) = await app.Client.PostTextAsync(Toggle, body);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal($"enable is {what}: write true or false.", (string?)json["message"]);
        Assert.True((await app.Get<ISettingsReader>().GetAsync(TestContext.Current.CancellationToken)).Polling.Enabled);
        app.Log.AssertNoWarnings();
    }
}
