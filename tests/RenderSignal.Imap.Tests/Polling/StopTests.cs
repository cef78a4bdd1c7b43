using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using RenderSignal.TestKit;

namespace RenderSignal.Imap.Tests;

/// <summary>SIGTERM in the middle of a cycle, in real time: within 10 seconds all is over, and what was done is stored.</summary>
public sealed class StopTests : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private ScriptedImapServer _server = null!;
    private WebhookReceiver _receiver = null!;
    private Bench _bench = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await ScriptedImapServer.StartAsync(TestContext.Current.CancellationToken);
        _receiver = await WebhookReceiver.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        foreach (var subject in new[] { "one", "two", "three" })
        {
            _server.Deliver(Mails.Plain(subject));
        }

        _bench = Bench.Over(_server, Bench.SendAll(_receiver), services: services => services.Configure<PollingOptions>(
            polling => (polling.Enabled, polling.LockFile) = (true, _folder.File("poller.lock"))));
    }

    public async ValueTask DisposeAsync()
    {
        await _bench.DisposeAsync();
        await _server.DisposeAsync();
        await _receiver.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_mail_in_hand_is_finished_and_no_other_begun()
    {
        var answer = new TaskCompletionSource();
        _receiver.Script(Answer.Success, Answer.Success.After(answer.Task));
        var service = await StartAsync();
        await _receiver.WaitForAsync(2, cancellationToken: TestContext.Current.CancellationToken);

        var stopping = service.StopAsync(CancellationToken.None);
        answer.SetResult();
        await stopping;

        Assert.Equal([true, true, false], _server.Mails.Select(mail => mail.Seen));
        Assert.Equal(2, _receiver.Requests.Count);
        _bench.Log.AssertNoWarnings();
    }

    [Fact]
    public async Task A_receiver_that_does_not_answer_holds_nothing_up()
    {
        _receiver.Script(Answer.Success, Answer.Never);
        var service = await StartAsync();
        await _receiver.WaitForAsync(2, cancellationToken: TestContext.Current.CancellationToken);

        await StopInTimeAsync(service);

        Assert.Equal([true, false, false], _server.Mails.Select(mail => mail.Seen));
        Assert.Single(await _bench.LedgerAsync(), record => record.Status == EmailStatus.Sent);
    }

    [Fact]
    public async Task A_text_that_does_not_come_holds_nothing_up_and_what_was_done_is_marked_seen()
    {
        _server.OnCommand = command => command.Name == "UID FETCH" && command.Arguments.StartsWith("2 ", StringComparison.Ordinal) ? ScriptedReply.Hang : null;
        var service = await StartAsync();
        await _receiver.WaitForAsync(1, cancellationToken: TestContext.Current.CancellationToken);

        await StopInTimeAsync(service);

        Assert.Equal([true, false, false], _server.Mails.Select(mail => mail.Seen));
    }

    [Theory]
    [InlineData("AUTHENTICATE")]
    [InlineData("UID SEARCH")]
    public async Task A_server_that_falls_silent_at_the_start_holds_nothing_up(string command)
    {
        _server.OnCommand = received => received.Name == command ? ScriptedReply.Hang : null;
        var service = await StartAsync();
        await _server.WaitForCommandAsync(command, cancellationToken: TestContext.Current.CancellationToken);
        await StopInTimeAsync(service);
    }

    [Fact]
    public async Task A_server_that_falls_silent_for_good_in_the_middle_holds_nothing_up_and_costs_no_second_send()
    {
        var isSilent = false;
        _server.OnCommand = command =>
        {
            isSilent |= command.Name == "UID FETCH" && command.Arguments.StartsWith("2 ", StringComparison.Ordinal);
            return isSilent ? ScriptedReply.Hang : null;
        };
        var service = await StartAsync();
        await _receiver.WaitForAsync(1, cancellationToken: TestContext.Current.CancellationToken);

        await StopInTimeAsync(service);

        _server.OnCommand = null;
        _server.DropConnections();
        await _bench.RunCycleAsync();
        Assert.Equal(3, _receiver.Requests.Count);
        Assert.All(_server.Mails, mail => Assert.True(mail.Seen));
    }

    private static async Task StopInTimeAsync(PollingService service)
    {
        var watch = Stopwatch.StartNew();
        await service.StopAsync(CancellationToken.None);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(9.8));
    }

    private async Task<PollingService> StartAsync()
    {
        var service = _bench.Get<IEnumerable<IHostedService>>().OfType<PollingService>().Single();
        await service.StartAsync(TestContext.Current.CancellationToken);
        return service;
    }
}
