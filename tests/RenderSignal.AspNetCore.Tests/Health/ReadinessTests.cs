using System.Net;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using NodaTime;
using NodaTime.Testing;
using RenderSignal.TestKit;

namespace RenderSignal.AspNetCore.Tests;

public sealed class ReadinessTests : IDisposable
{
    private const string Path = "/health/ready";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_process_that_has_done_nothing_yet_is_ready_and_has_asked_its_stores()
    {
        var started = Instant.FromUtc(2026, 11, 4, 9, 0);
        await using var app = await HealthOnlyApp.StartAsync(_folder.FullPath, services => services.AddSingleton<IClock>(new FakeClock(started)));

        var text = await app.Client.GetStringAsync(new Uri(Path, UriKind.Relative), TestContext.Current.CancellationToken);

        const string unused = """{"status":"resting","since":"2026-11-04T09:00:00Z","note":"not used yet","last_success":null,"last_failure":null,"last_error":null}""";
        const string stores = """{"status":"working","since":"2026-11-04T09:00:00Z","note":null,"last_success":"2026-11-04T09:00:00Z","last_failure":null,"last_error":null}""";
        Assert.Equal(
            """{"status":"ready","components":{"mailbox":""" + unused + ",\"poller\":" + unused + ",\"stores\":" + stores + ",\"receiver\":" + unused + "}}", text);
        app.Log.AssertNoWarnings();
    }

    [Fact]
    public async Task One_part_that_fails_makes_it_503_and_says_why_until_it_has_recovered()
    {
        await using var app = await HealthOnlyApp.StartAsync(_folder.FullPath);
        app.Get<ComponentBoard>().Failed(ComponentNames.Mailbox, "the server refuses the connection");
        app.Get<ComponentBoard>().Rests(ComponentNames.Poller, new Phrase("vacation", "vacation until 2026-12-31"));
        app.Get<ComponentBoard>().Succeeded(ComponentNames.Redis);

        var (failing, before) = await app.Client.GetJsonAsync(Path);
        app.Get<ComponentBoard>().Succeeded(ComponentNames.Mailbox);
        var (ready, after) = await app.Client.GetJsonAsync(Path);

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "failing"), (failing, (string?)before["status"]));
        var mailbox = before["components"]!["mailbox"]!;
        Assert.Equal(("failing", "the server refuses the connection"), ((string?)mailbox["status"], (string?)mailbox["last_error"]));
        Assert.Equal("vacation until 2026-12-31", (string?)before["components"]!["poller"]!["note"]);
        Assert.Equal("working", (string?)before["components"]!["redis"]!["status"]);
        Assert.Equal((HttpStatusCode.OK, "ready", "working"), (ready, (string?)after["status"], (string?)after["components"]!["mailbox"]!["status"]));
        app.Log.AssertNoWarnings();
    }

    [Fact]
    public async Task A_data_folder_that_cannot_be_used_is_told_and_found_mended_by_the_next_question()
    {
        var data = _folder.File("data");
        await File.WriteAllTextAsync(data, "not a folder", TestContext.Current.CancellationToken);
        await using var app = await HealthOnlyApp.StartAsync(data);

        var (failing, before) = await app.Client.GetJsonAsync(Path);
        File.Delete(data);
        var (ready, after) = await app.Client.GetJsonAsync(Path);

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "failing"), (failing, (string?)before["components"]!["stores"]!["status"]));
        Assert.Contains("RENDERSIGNAL_DATA", (string?)before["components"]!["stores"]!["last_error"], StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.OK, "working"), (ready, (string?)after["components"]!["stores"]!["status"]));
    }

    [Fact]
    public async Task A_store_that_could_not_be_written_keeps_failing_though_it_can_be_read()
    {
        await using var app = await HealthOnlyApp.StartAsync(_folder.FullPath);
        Assert.Equal(HttpStatusCode.OK, (await app.Client.GetJsonAsync(Path)).Status);
        app.Get<ComponentBoard>().Failed(ComponentNames.Stores, "ledger.jsonl cannot be written: no space left");

        for (var i = 0; i < 2; i++)
        {
            var (status, json) = await app.Client.GetJsonAsync(Path);

            var stores = json["components"]!["stores"]!;
            Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
            Assert.Equal(("failing", "ledger.jsonl cannot be written: no space left"), ((string?)stores["status"], (string?)stores["last_error"]));
        }

        app.Get<ComponentBoard>().Succeeded(ComponentNames.Stores); // as after a whole cycle
        Assert.Equal(HttpStatusCode.OK, (await app.Client.GetJsonAsync(Path)).Status);
        app.Log.AssertNoWarnings();
    }

    [Fact]
    public async Task Stores_that_do_not_answer_are_waited_for_2_seconds()
    {
        var time = new FakeTimeProvider();
        var ledger = new SilentLedger();
        await using var app = await HealthOnlyApp.StartAsync(
            _folder.FullPath, services => services.AddSingleton<TimeProvider>(time).AddSingleton<ILedger>(ledger));

        var asking = app.Client.GetJsonAsync(Path);
        await ledger.Asked.WaitAsync(TestContext.Current.CancellationToken);
        time.Advance(TimeSpan.FromSeconds(2));
        var (status, json) = await asking;

        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        var stores = json["components"]!["stores"]!;
        Assert.Equal(("failing", "no answer within 2 s"), ((string?)stores["status"], (string?)stores["last_error"]));
        Assert.Null(app.Get<ComponentBoard>().Find(ComponentNames.Stores)); // one slow answer is no failure for good
    }

    [Fact]
    public async Task Both_answers_are_described()
    {
        await using var app = await HealthOnlyApp.StartAsync(_folder.FullPath);

        var ready = app.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Single(endpoint => endpoint.RoutePattern.RawText == Path && endpoint.Metadata.GetMetadata<IExcludeFromDescriptionMetadata>() is null);

        Assert.Equal(
            [(200, nameof(ReadinessAnswer)), (503, nameof(ReadinessAnswer))],
            ready.Metadata.GetOrderedMetadata<IProducesResponseTypeMetadata>().Select(answer => (answer.StatusCode, answer.Type!.Name)).Distinct().Order());
    }
}
