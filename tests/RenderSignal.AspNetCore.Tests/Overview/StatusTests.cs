using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using NodaTime;
using NodaTime.Testing;

namespace RenderSignal.AspNetCore.Tests;

public sealed class StatusTests
{
    private const string Path = "/api/status";

    // A Wednesday, 10h00 in Paris.
    private static readonly Instant Start = Instant.FromUtc(2026, 11, 4, 9, 0);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_process_that_has_done_nothing_yet_tells_all_that_there_is()
    {
        await using var app = await StartAsync(new Dictionary<string, string?> { ["WEBHOOK_TIME_START"] = "11h30", ["WEBHOOK_TIME_END"] = "17h00" });

        var text = await app.Client.GetStringAsync(new Uri(Path, UriKind.Relative), Token);

        const string unused = """{"status":"resting","since":"2026-11-04T09:00:00Z","note_phrase":{"code":"not_used_yet","text":"not used yet","values":{}},"last_success":null,"last_failure":null,"last_error":null}""";
        var json = JsonNode.Parse(text)!;
        Assert.Equal(unused, json["components"]!["receiver"]!.ToJsonString());
        Assert.Equal(("working", "2026-11-04T09:00:00Z"), ((string?)json["components"]!["stores"]!["status"], (string?)json["components"]!["stores"]!["last_success"]));
        Assert.Matches("""^\{"success":true,"server_time":"2026-11-04T09:00:00Z","timezone":"Europe/Paris","version":"\d+\.\d+\.\d+[^+"]*","ready":true,"components":\{""", text);
        Assert.Equal(
            """{"enabled":false,"switched_on":true,"alive":false,"next_cycle_at":null,"last_cycle_at":null,"last_cycle":null,"progress":null,"interval_sec":30,"waiting_since":null}""",
            json["polling"]!.ToJsonString());
        Assert.Equal("""{"enabled":true,"window_open":false,"window_changes_at":"2026-11-04T10:30:00Z"}""", json["sending"]!.ToJsonString());
        Assert.Equal("""{"cycle":true,"restart":false,"deploy":false,"make_scenarios":false}""", json["capabilities"]!.ToJsonString());
        Assert.Equal(["mailbox", "poller", "stores", "receiver"], json["components"]!.AsObject().Select(part => part.Key).Take(4));
        app.Log.AssertNoWarnings();
    }

    [Fact]
    public async Task What_a_cycle_did_is_told_in_figures()
    {
        await using var bench = await ReplayBench.StartAsync();
        bench.Deliver();
        await bench.PollAsync();

        var (_, json) = await bench.App.Client.GetJsonAsync(Path);

        var cycle = json["polling"]!["last_cycle"]!;
        Assert.Equal((1, 1, 0, 0, 0), ((int)cycle["seen"]!, (int)cycle["sent"]!, (int)cycle["skipped"]!, (int)cycle["left"]!, (int)cycle["failed"]!));
        Assert.NotNull((string?)json["polling"]!["last_cycle_at"]);
        Assert.Equal("working", (string?)json["components"]!["mailbox"]!["status"]);
        bench.App.Log.AssertNoWarnings();
    }

    [Fact]
    public async Task A_running_cycle_tells_how_far_it_is()
    {
        await using var bench = await ReplayBench.StartAsync();
        bench.Deliver();
        var released = new TaskCompletionSource();
        bench.Receiver.Script(RenderSignal.TestKit.Answer.Success.After(released.Task));

        var cycle = bench.PollAsync();
        await bench.Receiver.WaitForAsync(1, cancellationToken: Token);
        var (_, json) = await bench.App.Client.GetJsonAsync(Path);
        released.SetResult();
        await cycle;

        Assert.Equal("""{"done":0,"total":1}""", json["polling"]!["progress"]!.ToJsonString());
    }

    [Fact]
    public async Task What_an_operator_switched_off_is_off_at_once()
    {
        await using var app = await StartAsync();
        await app.Client.PostJsonAsync("/api/webhooks/config", new JsonObject { ["webhook_sending_enabled"] = false });
        await app.Client.PostJsonAsync("/api/polling/toggle", new JsonObject { ["enable"] = false });

        var (_, json) = await app.Client.GetJsonAsync(Path);

        Assert.Equal("""{"enabled":false,"window_open":true,"window_changes_at":null}""", json["sending"]!.ToJsonString());
        Assert.False((bool)json["polling"]!["switched_on"]!);
    }

    [Fact]
    public async Task A_part_that_fails_is_told_and_the_answer_is_an_answer_all_the_same()
    {
        await using var app = await StartAsync();
        app.Get<ComponentBoard>().Failed(ComponentNames.Mailbox, "the server refuses the connection");

        var (status, json) = await app.Client.GetJsonAsync(Path);

        Assert.Equal((HttpStatusCode.OK, true, false), (status, (bool)json["success"]!, (bool)json["ready"]!));
        var mailbox = json["components"]!["mailbox"]!;
        Assert.Equal(("failing", "the server refuses the connection"), ((string?)mailbox["status"], (string?)mailbox["last_error"]));
    }

    [Fact]
    public async Task Stores_that_do_not_answer_are_waited_for_2_seconds_and_leave_the_last_settings_in_force()
    {
        var time = new FakeTimeProvider();
        var ledger = new SilentLedger();
        await using var app = await StartAsync(
            new Dictionary<string, string?> { ["POLLING_TIMEZONE"] = "Asia/Tokyo" },
            services => services.AddSingleton<TimeProvider>(time).AddSingleton<ILedger>(ledger));

        var asking = app.Client.GetJsonAsync(Path);
        await ledger.Asked.WaitAsync(Token);
        time.Advance(TimeSpan.FromSeconds(2));
        var (status, json) = await asking;

        Assert.Equal((HttpStatusCode.OK, false), (status, (bool)json["ready"]!));
        Assert.Equal("no answer within 2 s", (string?)json["components"]!["stores"]!["last_error"]);
        Assert.Equal("Asia/Tokyo", (string?)json["timezone"]);
    }

    [Theory]
    [InlineData("IMAP_SERVER", null, "cycle", false)]
    [InlineData("WEBHOOK_URL", null, "cycle", false)]
    [InlineData("MAKE_SCENARIO_ID_RECADRAGE", "7", "make_scenarios", true)]
    [InlineData("RESTART_CMD", "true", "restart", true)]
    [InlineData("DEPLOY_CMD", "true", "deploy", true)]
    [InlineData("RENDER_DEPLOY_HOOK_URL", "https://api.render.com/deploy/srv-x?key=y", "deploy", true)]
    public async Task What_can_be_asked_for_is_what_is_set_up(string variable, string? value, string capability, bool expected)
    {
        await using var app = await StartAsync(new Dictionary<string, string?> { [variable] = value });

        var (_, json) = await app.Client.GetJsonAsync(Path);

        Assert.Equal(expected, (bool)json["capabilities"]![capability]!);
    }

    [Fact]
    public async Task An_application_without_a_mailbox_cannot_poll_it()
    {
        await using var app = await StartAsync(services: services => services.RemoveAll<ICycleTrigger>());

        var (_, json) = await app.Client.GetJsonAsync(Path);

        Assert.False((bool)json["capabilities"]!["cycle"]!);
    }

    private static Task<TestApp> StartAsync(Dictionary<string, string?>? variables = null, Action<IServiceCollection>? services = null) =>
        TestApp.StartSignedInAsync(variables, all =>
        {
            all.AddSingleton<IClock>(new FakeClock(Start));
            services?.Invoke(all);
        });
}
