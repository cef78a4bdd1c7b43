using System.Diagnostics;
using System.Net;
using System.Net.ServerSentEvents;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using RenderSignal.TestKit;
using ReceiverAnswer = RenderSignal.TestKit.Answer;

namespace RenderSignal.AspNetCore.Tests;

public sealed class EventRoutesTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_stream_is_no_ordinary_answer_to_browsers_and_proxies()
    {
        await using var app = await TestApp.StartSignedInAsync();
        await using var events = await EventReader.OpenAsync(app.Client);

        Assert.Equal("text/event-stream", events.Response.Content.Headers.ContentType?.MediaType);
        Assert.True(events.Response.Headers.CacheControl?.NoCache);
        Assert.Equal(["no"], events.Response.Headers.GetValues("X-Accel-Buffering"));
        Assert.Equal(TimeSpan.FromSeconds(3), events.Hello.ReconnectionInterval);
        app.Log.AssertNoWarnings();
    }

    [Fact]
    public async Task What_happens_to_a_mail_is_on_the_stream_in_its_order()
    {
        await using var bench = await ReplayBench.StartAsync();
        await using var events = await EventReader.OpenAsync(bench.App.Client);
        bench.Receiver.Script(new ReceiverAnswer(500, "boom"), ReceiverAnswer.Success);
        bench.Deliver("Présence \"<b>\"");

        await bench.PollAsync();
        var failed = await events.TakeAsync(2);
        await bench.App.Client.PostJsonAsync($"/api/emails/{await bench.OnlyIdAsync()}/replay", null);
        var sent = await events.TakeAsync(2);

        Assert.Equal(["delivery", "decision", "delivery", "decision"], failed.Concat(sent).Select(item => item.EventType));
        Assert.Equal(4, failed.Concat(sent).Select(item => item.EventId).Distinct().Count());
        var delivery = JsonNode.Parse(failed[0].Data)!;
        Assert.Equal(("error", 500), ((string?)delivery["delivery"]!["status"], (int)delivery["delivery"]!["status_code"]!));
        Assert.Contains("Présence \\\"<b>\\\"", failed[0].Data, StringComparison.Ordinal);
        var decision = JsonNode.Parse(sent[1].Data)!;
        Assert.Null(decision["delivery"]);
        Assert.Equal(
            (await bench.App.Client.GetJsonAsync($"/api/emails/{await bench.OnlyIdAsync()}")).Json["email"]!.ToJsonString(),
            decision["email"]!.ToJsonString());
        bench.App.Log.AssertNoWarnings(expectedIds: [4001]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_reader_that_comes_back_gets_exactly_what_it_missed(bool byHeader)
    {
        await using var app = await TestApp.StartSignedInAsync();
        var feed = app.Get<ActivityFeed>();
        SseItem<string> known;
        await using (var events = await EventReader.OpenAsync(app.Client))
        {
            feed.Publish(ActivityEventType.Decision, Records.Sent("known"));
            known = await events.NextAsync();
        }

        feed.Publish(ActivityEventType.Decision, Records.Sent("missed 1"));
        feed.Publish(ActivityEventType.Alert, Records.Sent("missed 2"));

        await using var again = byHeader
            ? await EventReader.OpenAsync(app.Client, "/api/events?last_event_id=older", known.EventId)
            : await EventReader.OpenAsync(app.Client, $"/api/events?last_event_id={known.EventId}");
        feed.Publish(ActivityEventType.Decision, Records.Sent("new"));
        var taken = await again.TakeAsync(3);

        Assert.Equal(["missed 1", "missed 2", "new"], taken.Select(item => (string?)JsonNode.Parse(item.Data)!["email"]!["id"]));
        Assert.Equal(["decision", "alert", "decision"], taken.Select(item => item.EventType));
        app.Log.AssertNoWarnings();
    }

    [Fact]
    public async Task A_reader_that_lost_its_connection_before_anything_happened_misses_nothing()
    {
        await using var app = await TestApp.StartSignedInAsync();
        string? place;
        await using (var events = await EventReader.OpenAsync(app.Client))
        {
            place = events.Hello.EventId;
        }

        app.Get<ActivityFeed>().Publish(ActivityEventType.Decision, Records.Sent("missed"));
        await using var again = await EventReader.OpenAsync(app.Client, lastEventId: place);

        Assert.Equal("missed", (string?)JsonNode.Parse((await again.NextAsync()).Data)!["email"]!["id"]);
    }

    [Theory]
    [InlineData("/api/events?last_event_id=never-given")]
    [InlineData("/api/events?last_event_id=a%0D%0Ab")]
    public async Task A_reader_with_an_unknown_place_is_told_to_read_the_ledger_anew(string path)
    {
        await using var app = await TestApp.StartSignedInAsync();
        app.Get<ActivityFeed>().Publish(ActivityEventType.Decision, Records.Sent("a"));

        await using var events = await EventReader.OpenAsync(app.Client, path);

        var reset = await events.NextAsync();
        Assert.Equal(("reset", "{}", app.Get<ActivityFeed>().LastId), (reset.EventType, reset.Data, reset.EventId));
        app.Log.AssertNoWarnings();
    }

    [Fact]
    public async Task An_applications_own_JSON_options_change_nothing_on_the_stream()
    {
        await using var app = await TestApp.StartSignedInAsync(services: services => services.Configure<JsonOptions>(json =>
        {
            json.SerializerOptions.PropertyNamingPolicy = System.Text.Json.JsonNamingPolicy.KebabCaseUpper;
            json.SerializerOptions.Encoder = System.Text.Encodings.Web.JavaScriptEncoder.Default;
            json.SerializerOptions.WriteIndented = true;
        }));
        await using var events = await EventReader.OpenAsync(app.Client);

        app.Get<ActivityFeed>().Publish(ActivityEventType.Decision, Records.Sent("é"));

        Assert.StartsWith("""{"email":{"id":"é","subject":"Lot é",""", (await events.NextAsync()).Data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_process_stops_within_two_seconds_though_streams_are_open()
    {
        await using var app = await TestApp.StartSignedInAsync();
        await using var first = await EventReader.OpenAsync(app.Client);
        await using var second = await EventReader.OpenAsync(app.Client);
        await using var third = await EventReader.OpenAsync(app.Client);
        var watch = Stopwatch.StartNew();

        await app.Get<IHost>().StopAsync(Token);

        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(2));
        foreach (var events in (EventReader[])[first, second, third])
        {
            await events.EndsAsync(TimeSpan.FromSeconds(1));
        }

        app.Log.AssertNoWarnings();
    }

    [Fact]
    public async Task The_hundred_and_first_reader_is_told_in_words_and_finds_a_place_when_another_leaves()
    {
        await using var app = await TestApp.StartSignedInAsync();
        var readers = await Task.WhenAll(Enumerable.Range(0, EventStreams.MaxStreams).Select(_ => EventReader.OpenAsync(app.Client)));

        var (status, json) = await app.Client.GetJsonAsync("/api/events");
        Assert.Equal((HttpStatusCode.ServiceUnavailable, false), (status, (bool)json["success"]!));
        Assert.StartsWith("100 event streams are open", (string?)json["message"], StringComparison.Ordinal);

        await readers[0].DisposeAsync();

        // The server hears of it when it next looks at the connection: there is no signal to wait for.
        EventReader? late = null;
        Assert.True(await Polling.UntilAsync(async _ => (late = await TryOpenAsync(app.Client)) is not null, TimeSpan.FromSeconds(10), Token));

        await late!.DisposeAsync();
        foreach (var reader in readers)
        {
            await reader.DisposeAsync();
        }

        app.Log.AssertNoWarnings();
    }

    [Fact]
    public async Task Signing_out_ends_the_streams_of_that_session_alone()
    {
        await using var app = await TestApp.StartSignedInAsync();
        using var other = app.NewClient();
        await app.SignInAsync(other);
        await using var ended = await EventReader.OpenAsync(app.Client);
        await using var going = await EventReader.OpenAsync(other);

        using var left = await app.Client.GetAsync("/logout", Token);

        await ended.EndsAsync(TimeSpan.FromSeconds(10));
        app.Get<ActivityFeed>().Publish(ActivityEventType.Decision, Records.Sent("a"));
        Assert.Equal("decision", (await going.NextAsync()).EventType);
        app.Log.AssertNoWarnings();
    }

    private static async Task<EventReader?> TryOpenAsync(HttpClient client)
    {
        try
        {
            return await EventReader.OpenAsync(client);
        }
        catch (Xunit.Sdk.EqualException)
        {
            return null;
        }
    }
}
