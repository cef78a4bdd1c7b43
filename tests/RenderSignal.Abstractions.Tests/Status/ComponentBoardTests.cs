using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NodaTime;
using RenderSignal.TestKit;

namespace RenderSignal.Abstractions.Tests;

/// <summary>How the parts fare, as the pipeline tells it.</summary>
public sealed class ComponentBoardTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Nothing_is_said_of_what_was_not_tried()
    {
        await using var host = new PipelineHost();
        Assert.Empty(host.Get<ComponentBoard>().All);

        await host.RunAsync();

        Assert.Equal(
            [(ComponentNames.Mailbox, ComponentState.Working), (ComponentNames.Stores, ComponentState.Working)],
            host.Get<ComponentBoard>().All.Select(status => (status.Name, status.State)));
    }

    [Fact]
    public async Task The_receiver_fares_as_its_last_delivery_did()
    {
        await using var host = new PipelineHost();
        host.Mailbox.Add(Mails.Envelope());
        host.Target.Answer = (request, _) => Task.FromResult(FakeTarget.Refused(request, "HTTP 503"));
        await host.RunAsync();
        var first = StatusOf(host, ComponentNames.Receiver);
        Assert.Equal((ComponentState.Failing, "HTTP 503", (Instant?)null), (first.State, first.LastError, first.LastSuccess));

        host.Clock.AdvanceMinutes(1);
        await host.RunAsync();
        Assert.Equal(first.Since, StatusOf(host, ComponentNames.Receiver).Since);

        host.Target.Answer = (request, _) => Task.FromResult(FakeTarget.Accepted(request));
        await host.RunAsync();
        var mended = StatusOf(host, ComponentNames.Receiver);
        Assert.Equal((ComponentState.Working, host.Clock.GetCurrentInstant(), "HTTP 503"), (mended.State, mended.Since, mended.LastError));
    }

    [Fact]
    public async Task A_target_that_breaks_is_a_receiver_that_fails_and_what_it_said_is_for_the_log()
    {
        await using var host = new PipelineHost();
        host.Mailbox.Add(Mails.Envelope());
        host.Target.Answer = (_, _) => throw new InvalidDataException("cannot reach https://receiver.example.test/hook/secret-token");

        await host.RunAsync();

        var status = StatusOf(host, ComponentNames.Receiver);
        Assert.Equal((ComponentState.Failing, "route custom failed with InvalidDataException; the log says more"), (status.State, status.LastError));
    }

    [Theory]
    [InlineData("open")]
    [InlineData("list")]
    [InlineData("fetch")]
    public async Task The_mailbox_fails_when_a_cycle_ends_by_it_and_works_when_it_can_be_listed(string command)
    {
        await using var host = new PipelineHost();
        host.Mailbox.Add(Mails.Envelope());
        host.Mailbox.OnCommand = current => _ = current == command ? throw new MailboxUnavailableException("The server is away.") : 0;
        await Assert.ThrowsAsync<MailboxUnavailableException>(() => host.RunAsync());
        var failing = StatusOf(host, ComponentNames.Mailbox);
        Assert.Equal((ComponentState.Failing, "The server is away."), (failing.State, failing.LastError));
        Assert.Equal(ComponentState.Working, StatusOf(host, ComponentNames.Stores).State);

        host.Mailbox.OnCommand = _ => { };
        host.Clock.AdvanceMinutes(1);
        await host.RunAsync();

        var mended = StatusOf(host, ComponentNames.Mailbox);
        Assert.Equal((ComponentState.Working, host.Clock.GetCurrentInstant()), (mended.State, mended.Since));
    }

    [Theory]
    [InlineData("ledger.jsonl")]
    [InlineData("processed_ids.jsonl")]
    [InlineData("retries.jsonl")]
    public async Task The_stores_fail_while_a_journal_cannot_be_written_and_work_when_it_can(string journal)
    {
        // A folder in a file's place cannot be written, not even by root.
        Directory.CreateDirectory(_folder.File(journal));
        await using var host = new PipelineHost(InFiles);
        host.Mailbox.Add(Mails.Envelope());
        await RunAnywayAsync(host);
        var failing = StatusOf(host, ComponentNames.Stores);
        Assert.Equal(ComponentState.Failing, failing.State);
        Assert.Contains(journal, failing.LastError, StringComparison.Ordinal);
        host.Clock.AdvanceMinutes(2);
        await RunAnywayAsync(host);
        Assert.Equal((ComponentState.Failing, failing.Since), (StatusOf(host, ComponentNames.Stores).State, StatusOf(host, ComponentNames.Stores).Since));

        Directory.Delete(_folder.File(journal));
        host.Clock.AdvanceMinutes(10);
        await host.RunAsync();

        Assert.Equal((ComponentState.Working, host.Clock.GetCurrentInstant()), (StatusOf(host, ComponentNames.Stores).State, StatusOf(host, ComponentNames.Stores).Since));
        Assert.Equal([1u], host.Mailbox.Seen);
    }

    [Fact]
    public void An_error_is_kept_in_one_line_of_300_characters()
    {
        var board = new ComponentBoard(new NodaTime.Testing.FakeClock(Instant.FromUtc(2026, 11, 4, 9, 0)));

        board.Failed("crm", $"first\nsecond{new string('x', 400)}");

        var error = board.Find("crm")?.LastError;
        Assert.StartsWith("first secondx", error, StringComparison.Ordinal);
        Assert.Equal(301, error?.Length);
    }

    private static ComponentStatus StatusOf(PipelineHost host, string name) =>
        host.Get<ComponentBoard>().Find(name) ?? throw new InvalidOperationException($"Nothing was heard of {name}.");

    private static async Task RunAnywayAsync(PipelineHost host)
    {
        try
        {
            await host.RunAsync();
        }
        catch (IOException)
        {
            // Whether the cycle can go on depends on the journal.
        }
    }

    private void InFiles(IServiceCollection services)
    {
        services.RemoveAll<IJournals>();
        services.Configure<RenderSignalOptions>(options => options.DataDirectory = _folder.FullPath);
        StoreRegistration.AddFileStores(services);
    }
}
