using Microsoft.Extensions.Logging;

namespace RenderSignal.Abstractions.Tests;

/// <summary>A process that stops in the middle of a cycle.</summary>
public sealed class CancellationTests : IAsyncDisposable
{
    private readonly PipelineHost _host = new();
    private readonly CancellationTokenSource _stopping = new();

    public ValueTask DisposeAsync()
    {
        _stopping.Dispose();
        return _host.DisposeAsync();
    }

    [Fact]
    public async Task The_delivery_in_hand_may_be_finished_and_no_other_is_begun()
    {
        var mail = _host.Mailbox.Add(Mails.Envelope(1));
        _host.Mailbox.Add(Mails.Envelope(2));
        _host.Target.Answer = async (request, token) =>
        {
            await _stopping.CancelAsync();
            _host.Time.Advance(TimeSpan.FromSeconds(4.9));
            token.ThrowIfCancellationRequested();
            return FakeTarget.Accepted(request);
        };

        var summary = await _host.RunAsync(_stopping.Token);

        Assert.Equal((1, 1), (summary.Seen, summary.Sent));
        Assert.True(await _host.IsDoneAsync(mail));
        Assert.Equal([1u], _host.Mailbox.Seen);
        Assert.Single(_host.Log.Records, log => log.Id.Id == 1002);
        _host.Log.AssertNoWarnings();
    }

    [Fact]
    public async Task A_delivery_that_does_not_end_within_five_seconds_is_given_up_and_nothing_is_half_done()
    {
        _host.Mailbox.Add(Mails.Envelope(1));
        var second = _host.Mailbox.Add(Mails.Envelope(2, "Lot 7"));
        _host.Target.Answer = async (request, token) =>
        {
            if (request.Email.Uid.Uid == 2)
            {
                await _stopping.CancelAsync();
                _host.Time.Advance(TimeSpan.FromSeconds(5));
                await Task.Delay(Timeout.InfiniteTimeSpan, _host.Time, token);
            }

            return FakeTarget.Accepted(request);
        };

        var summary = await _host.RunAsync(_stopping.Token);

        Assert.Equal((1, 1), (summary.Seen, summary.Sent));
        Assert.Equal([1u], _host.Mailbox.Seen);
        Assert.False(await _host.IsDoneAsync(second));
        Assert.False(await _host.IsGroupDoneAsync("2026-11:lot_7"));
        var cut = await _host.Ledger.FindAsync(second.Id, TestContext.Current.CancellationToken);
        Assert.Equal((EmailStatus.Failed, DecisionReason.DeliveryFailed), (cut!.Status, cut.Reason));
        Assert.EndsWith($"sent again with the same webhook-id {cut.DetailValues["webhook_id"]}", cut.Detail, StringComparison.Ordinal);
        _host.Log.AssertNoWarnings();

        _host.Target.Answer = (request, _) => Task.FromResult(FakeTarget.Accepted(request));
        Assert.Equal(1, (await _host.RunAsync()).Sent);
        Assert.Equal(2, _host.Target.WebhookIds.Distinct().Count());
    }

    [Theory]
    [InlineData("open")]
    [InlineData("list")]
    public async Task A_stop_before_the_first_mail_ends_the_cycle_at_once(string command)
    {
        _host.Mailbox.Add(Mails.Envelope());
        _host.Mailbox.OnCommand = current =>
        {
            if (current == command)
            {
                _stopping.Cancel();
                _stopping.Token.ThrowIfCancellationRequested();
            }
        };

        Assert.Equal(0, (await _host.RunAsync(_stopping.Token)).Seen);

        Assert.Empty(_host.Target.Requests);
        Assert.Empty(_host.MessagesAt(LogLevel.Warning));
    }

    [Fact]
    public async Task A_process_that_stops_already_begins_no_cycle()
    {
        _host.Mailbox.Add(Mails.Envelope());
        await _stopping.CancelAsync();

        Assert.Equal(0, (await _host.RunAsync(_stopping.Token)).Seen);
    }
}
