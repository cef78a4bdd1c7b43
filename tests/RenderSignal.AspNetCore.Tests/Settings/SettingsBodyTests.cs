using System.Net;

namespace RenderSignal.AspNetCore.Tests;

/// <summary>Whatever is sent, it is answered in words.</summary>
public sealed class SettingsBodyTests
{
    private static readonly string[] Routes =
    [
        "/api/webhooks/config", "/api/webhooks/time-window", "/api/set_webhook_time_window", "/api/polling/toggle", "/api/update_polling_config",
        "/api/processing_prefs", "/api/update_processing_prefs", "/api/update_runtime_flags", "/api/test/set_webhook_time_window",
        "/api/test/update_webhook_config", "/api/test/update_processing_prefs", "/api/test/update_runtime_flags", "/api/test/clear_email_dedup",
        "/api/settings/webhook_config", "/api/settings/webhook_time_window", "/api/settings/polling_config", "/api/settings/processing_prefs",
        "/api/settings/runtime_flags", "/api/settings/export", "/api/settings/import",
    ];

    private static readonly string[] Names =
    [
        "webhook_url", "presence_flag", "presence_true_url", "start", "end", "enable", "active_days", "active_start_hour", "vacation_start",
        "sender_of_interest_for_polling", "exclude_keywords", "sender_priority", "retry_count", "max_email_size_mb", "disable_email_id_dedup", "email_id", "passphrase", "file", "versions",
    ];

    [Theory]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("{")]
    [InlineData("{\"start\": \"9h00\", \"start\": \"10h00\"}")]
    [InlineData("{\"\\ud800\": 1}")]
    [InlineData("{\"start\": {\"\\ud800\": 1}}")]
    [InlineData("{\"unknown\": [\"\\udc00\"]}")]
    public async Task A_body_that_is_no_JSON_object_is_refused_everywhere(string body)
    {
        await using var app = await TestApp.StartSignedInAsync();
        app.Client.DefaultRequestHeaders.Add("X-API-Key", TestApp.TestKey);

        foreach (var route in Routes)
        {
            var (status, json) = await app.Client.PostTextAsync(route, body);

            Assert.True(status == HttpStatusCode.BadRequest, $"{route} answered {status} {json}");
            Assert.NotEmpty((string?)json["message"] ?? "");
        }

        app.Log.AssertNoWarnings();
    }

    [Theory]
    [InlineData("\"\\ud800\"")]
    [InlineData("[\"\\ud800\"]")]
    [InlineData("1e999")]
    [InlineData("-1e999")]
    [InlineData("99999999999999999999999")]
    [InlineData("{\"a\": {\"a\": {}}}")]
    [InlineData("[[[[]]]]")]
    [InlineData("[null]")]
    public async Task A_strange_value_in_any_field_is_no_fault_of_the_server(string value)
    {
        await using var app = await TestApp.StartSignedInAsync();
        app.Client.DefaultRequestHeaders.Add("X-API-Key", TestApp.TestKey);

        foreach (var route in Routes)
        {
            foreach (var name in Names)
            {
                var (status, json) = await app.Client.PostTextAsync(route, $$"""{"{{name}}": {{value}}}""");

                Assert.True(status is HttpStatusCode.OK or HttpStatusCode.BadRequest, $"{route} {name} answered {status} {json}");
            }
        }

        app.Log.AssertNoWarnings();
    }

    [Fact]
    public async Task A_body_that_is_not_said_to_be_JSON_is_told_so()
    {
        await using var app = await TestApp.StartSignedInAsync();
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("enable", "true")]);

        using var answer = await app.Client.PostAsync("/api/polling/toggle", form, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("Content-Type: application/json", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }
}
