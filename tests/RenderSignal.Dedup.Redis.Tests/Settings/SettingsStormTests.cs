using System.Text.Json.Nodes;

namespace RenderSignal.Dedup.Redis.Tests;

public sealed class SettingsStormTests : RedisTest
{
    private const int Rounds = 20;

    private static readonly (SettingsDocument Document, Func<int, JsonObject> Fields)[] Writers =
    [
        (SettingsDocument.WebhookConfig, round => new() { ["webhook_url"] = $"https://hooks.test/{round}" }),
        (SettingsDocument.WebhookConfig, round => new() { ["presence_true_url"] = $"https://presence.test/{round}" }),
        (SettingsDocument.WebhookConfig, round => new() { ["presence_flag"] = IsEven(round) }),
        (SettingsDocument.WebhookConfig, round => new() { ["webhook_ssl_verify"] = IsEven(round) }),
        (SettingsDocument.WebhookTimeWindow, round => new() { ["start"] = $"09h{round:00}", ["end"] = $"17h{round:00}" }),
        (SettingsDocument.PollingConfig, round => new() { ["active_start_hour"] = round }),
        (SettingsDocument.PollingConfig, round => new() { ["active_end_hour"] = 23 - round }),
        (SettingsDocument.PollingConfig, round => new() { ["sender_of_interest_for_polling"] = new JsonArray($"sender{round}@mail.test") }),
        (SettingsDocument.PollingConfig, round => new() { ["enable_subject_group_dedup"] = IsEven(round) }),
        (SettingsDocument.ProcessingPrefs, round => new() { ["rate_limit_per_hour"] = round }),
        (SettingsDocument.ProcessingPrefs, round => new() { ["max_email_size_mb"] = round + 1 }),
        (SettingsDocument.ProcessingPrefs, round => new() { ["exclude_keywords"] = new JsonArray($"word {round}") }),
        (SettingsDocument.ProcessingPrefs, round => new() { ["exclude_keywords_recadrage"] = new JsonArray($"other word {round}") }),
        (SettingsDocument.RuntimeFlags, round => new() { ["disable_email_id_dedup"] = IsEven(round) }),
        (SettingsDocument.RuntimeFlags, round => new() { ["allow_custom_webhook_without_links"] = IsEven(round) }),
    ];

    [Fact]
    public async Task Of_many_writers_on_three_servers_nobody_loses_a_field_and_all_servers_agree_and_tell()
    {
        RedisApp[] apps = [Run(), RunElsewhere(), RunElsewhere()];
        await StartAsync(apps);
        using var listening = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        listening.CancelAfter(TimeSpan.FromSeconds(60));
        var told = apps.Select(app => app.Feed.ReadAsync(null, listening.Token)).ToList();

        await Task.WhenAll(Writers.Select((writer, number) => Task.Run(() => WriteAsync(apps[number % 3], writer.Document, writer.Fields), Cancellation)));

        foreach (var (document, fields) in Writers)
        {
            var stored = JsonNode.Parse((string)(await CommandAsync("GET", $"r:ss:{document.StoredName()}:v1"))!)!;
            foreach (var (field, value) in fields(Rounds))
            {
                Assert.Equal(value?.ToJsonString(), stored[field]?.ToJsonString());
            }
        }

        foreach (var (app, events) in apps.Zip(told))
        {
            var inForce = await app.SettingsInForce.GetAsync(Cancellation);
            Assert.Equal(
                ($"https://hooks.test/{Rounds}", Rounds, Rounds, true),
                (inForce.Webhooks.Url, inForce.Polling.Schedule.StartHour, inForce.Preferences.RateLimitPerHour, inForce.Flags.DisableEmailIdDedup));
            await FindLastVersionsAsync(app, events);
        }

        Log.AssertNoWarnings();
    }

    private static bool IsEven(int round) => round % 2 == 0;

    private static async Task WriteAsync(RedisApp app, SettingsDocument document, Func<int, JsonObject> fields)
    {
        for (var round = 1; round <= Rounds; round++)
        {
            await app.SettingsEditor.ChangeAsync(document, fields(round), Cancellation);
        }
    }

    /// <summary>Ends when the feed has told the version that each document has now.</summary>
    private static async Task FindLastVersionsAsync(RedisApp app, IAsyncEnumerable<ActivityEvent> events)
    {
        Dictionary<SettingsDocument, string> missing = [];
        foreach (var document in Enum.GetValues<SettingsDocument>())
        {
            missing[document] = await app.SettingsEditor.GetVersionAsync(document, Cancellation);
        }

        await foreach (var occurred in events)
        {
            Assert.Equal(ActivityEventType.Settings, occurred.Type);
            if (missing.GetValueOrDefault(occurred.Document!.Value) == occurred.Version)
            {
                missing.Remove(occurred.Document.Value);
            }

            if (missing.Count == 0)
            {
                return;
            }
        }

        Assert.Empty(missing);
    }
}
