using System.Net;
using System.Text.Json.Nodes;
using RenderSignal.TestKit;

namespace RenderSignal.AspNetCore.Tests;

public sealed class WebhookRoutesTests
{
    private const string Config = "/api/webhooks/config";
    private const string Secret = "secret-token";

    [Fact]
    public async Task Addresses_are_shown_masked_and_hooks_that_are_not_set_are_left_out()
    {
        await using var app = await TestApp.StartSignedInAsync(new Dictionary<string, string?>
        {
            ["PRESENCE_TRUE_MAKE_WEBHOOK_URL"] = Secret,
            ["RECADRAGE_MAKE_WEBHOOK_URL"] = $"https://hook.eu1.make.com/{Secret}",
        });

        var (status, json) = await app.Client.GetJsonAsync(Config);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse("""
                {"success": true, "config": {
                    "webhook_url": "https://custom.example.test/***", "presence_flag": false, "presence_true_url": "https://hook.eu2.make.com/***",
                    "recadrage_webhook_url": "https://hook.eu1.make.com/***", "webhook_ssl_verify": true, "webhook_sending_enabled": true,
                    "webhook_time_start": null, "webhook_time_end": null}}
                """),
            json), json.ToJsonString());
        app.Log.AssertNoWarnings();
    }

    [Fact]
    public async Task A_masked_address_that_comes_back_leaves_the_stored_one()
    {
        await using var app = await TestApp.StartSignedInAsync();
        await app.Client.PostJsonAsync(Config, new JsonObject { ["webhook_url"] = $"https://new.example.test/{Secret}" });
        var (_, shown) = await app.Client.GetJsonAsync(Config);

        var (status, _) = await app.Client.PostJsonAsync(Config, shown["config"]!.DeepClone());

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal($"https://new.example.test/{Secret}", (await SettingsAsync(app)).Webhooks.Url);
        app.Log.AssertNoWarnings();
    }

    [Theory]
    [InlineData("http://plain.example.test/secret-token")]
    [InlineData("https://other.example.test/***")]
    [InlineData("https://custom.example.test/hook/secret-token***")]
    [InlineData("secret-token")]
    [InlineData("https://custom.example.test/hook/secret-token")]
    [InlineData("TOKEN@hook.eu2.make.com")]
    public async Task No_answer_and_no_log_line_tells_an_addresss_key_whatever_was_posted(string address)
    {
        await using var app = await TestApp.StartSignedInAsync();
        using var tool = app.NewTool();
        var answers = new List<string>();
        foreach (var field in new[] { "webhook_url", "presence_true_url", "recadrage_webhook_url" })
        {
            answers.Add((await app.Client.PostJsonAsync(Config, new JsonObject { [field] = address })).Json.ToJsonString());
            answers.Add((await tool.PostJsonAsync("/api/test/update_webhook_config", new JsonObject { [field] = address })).Json.ToJsonString());
        }

        answers.Add((await app.Client.GetJsonAsync(Config)).Json.ToJsonString());
        answers.Add((await tool.GetJsonAsync("/api/test/get_webhook_config")).Json.ToJsonString());

        Assert.All(answers.Concat(app.Log.Records.Select(record => record.Message)), text =>
        {
            Assert.DoesNotContain(Secret, text, StringComparison.Ordinal);
            Assert.DoesNotContain("TOKEN@", text.Replace("write a full https address, TOKEN@hook.eu2.make.com or TOKEN", "", StringComparison.Ordinal), StringComparison.Ordinal);
        });
        app.Log.AssertNoWarnings();
    }

    [Fact]
    public async Task A_field_of_the_wrong_type_is_refused_by_name_and_the_others_with_it()
    {
        await using var app = await TestApp.StartSignedInAsync();

        var (status, json) = await app.Client.PostJsonAsync(Config, new JsonObject { ["presence_flag"] = true, ["webhook_ssl_verify"] = "perhaps" });

        Assert.Equal((HttpStatusCode.BadRequest, false), (status, (bool)json["success"]!));
        Assert.Equal("""webhook_ssl_verify is "perhaps": write true or false.""", (string?)json["message"]);
        Assert.False((await SettingsAsync(app)).Webhooks.PresenceFlag);
        app.Log.AssertNoWarnings();
    }

    [Fact]
    public async Task A_document_that_is_broken_on_the_disk_is_said_and_not_written_over()
    {
        using var folder = new TempFolder();
        await File.WriteAllTextAsync(folder.File("webhook_config.json"), "oops", TestContext.Current.CancellationToken);
        await using var app = await TestApp.StartSignedInAsync(new Dictionary<string, string?> { ["RENDERSIGNAL_DATA"] = folder.FullPath });

        var (status, json) = await app.Client.PostJsonAsync(Config, new JsonObject { ["presence_flag"] = true });

        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Contains("webhook_config.json is not JSON", (string?)json["message"], StringComparison.Ordinal);
        Assert.Equal("oops", await File.ReadAllTextAsync(folder.File("webhook_config.json"), TestContext.Current.CancellationToken));
    }

    private static async Task<RenderSignalSettings> SettingsAsync(TestApp app) =>
        await app.Get<ISettingsReader>().GetAsync(TestContext.Current.CancellationToken);
}
