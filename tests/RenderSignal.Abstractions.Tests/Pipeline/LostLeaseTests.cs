using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace RenderSignal.Abstractions.Tests;

/// <summary>Several servers share the work, and this one may not go on.</summary>
public sealed class LostLeaseTests : IAsyncDisposable
{
    private readonly FragileClaims _claims = new();
    private readonly PipelineHost _host;

    public LostLeaseTests() => _host = new PipelineHost(services => services.AddSingleton<ISendClaims>(_claims));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _claims.Dispose();
    }

    [Fact]
    public async Task Each_mail_is_claimed_before_it_is_sent_and_given_free_afterwards()
    {
        _host.Mailbox.Add(Mails.Envelope(1));
        _host.Mailbox.Add(Mails.Envelope(2, "Lot 7"));
        _host.Target.Answer = (request, _) =>
        {
            Assert.Equal((_host.Target.Requests.Count, _host.Target.Requests.Count - 1), (_claims.Claimed, _claims.Released));
            Assert.NotNull(request.Claim);
            return Task.FromResult(FakeTarget.Accepted(request));
        };

        Assert.Equal(2, (await _host.RunAsync()).Sent);

        Assert.Equal(2, _claims.Released);
        _host.Log.AssertNoWarnings();
    }

    [Fact]
    public async Task A_success_that_comes_after_the_lease_was_lost_is_not_acknowledged_and_nothing_else_is_sent()
    {
        var mail = _host.Mailbox.Add(Mails.Envelope(1, "Lot 7"));
        _host.Mailbox.Add(Mails.Envelope(2, "Lot 8"));
        _host.Target.Answer = (request, _) =>
        {
            _claims.End();
            return Task.FromResult(FakeTarget.Accepted(request));
        };

        Assert.Equal(0, (await _host.RunAsync()).Sent);

        Assert.Single(_host.Target.Requests);
        Assert.Empty(_host.Mailbox.Seen);
        Assert.False(await _host.IsDoneAsync(mail));
        Assert.False(await _host.IsGroupDoneAsync("2026-11:lot_7"));
        Assert.Null(await _host.Ledger.FindAsync(mail.Id, Token));
        Assert.Single(_host.MessagesAt(LogLevel.Information), message => message.Contains("broken off", StringComparison.Ordinal));
        _host.Log.AssertNoWarnings();
    }

    [Fact]
    public async Task A_send_in_hand_is_broken_off_when_the_lease_ends()
    {
        var mail = _host.Mailbox.Add(Mails.Envelope(1));
        using var lost = new CancellationTokenSource();
        _host.Target.Answer = async (request, token) =>
        {
            await lost.CancelAsync();
            _claims.End();
            await Task.Delay(Timeout.InfiniteTimeSpan, _host.Time, token);
            return FakeTarget.Accepted(request);
        };

        Assert.Equal(0, (await _host.RunAsync(lost.Token)).Sent);

        // Its receiver does not know that it was given up: nobody else is to begin.
        Assert.Equal((1, 0), (_claims.Claimed, _claims.Released));
        Assert.Empty(_host.Mailbox.Seen);
        Assert.Null(await _host.Ledger.FindAsync(mail.Id, Token));
    }

    [Fact]
    public async Task What_the_other_servers_do_not_learn_is_marked_seen_mail_by_mail()
    {
        _claims.IsShared = false;
        _host.Mailbox.Add(Mails.Envelope(1, "Lot 7"));
        _host.Mailbox.Add(Mails.Envelope(2, "Lot 8"));
        _host.Target.Answer = (request, _) =>
        {
            Assert.Equal(_host.Target.Requests.Count - 1, _host.Mailbox.Seen.Count);
            return Task.FromResult(FakeTarget.Accepted(request));
        };

        Assert.Equal(2, (await _host.RunAsync()).Sent);

        Assert.Equal([1, 1], _host.Mailbox.SeenBatches);
    }

    /// <summary>Before the ledger of a mail that is not sent; before it is remembered.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task A_mail_that_is_not_sent_is_not_acknowledged_once_the_lease_is_lost(int questions)
    {
        var mail = _host.Mailbox.Add(Mails.Envelope(1, "Re: Lot 7"));
        _claims.LostAfterQuestions = questions;

        await _host.RunAsync();

        Assert.False(await _host.IsDoneAsync(mail));
        Assert.Empty(_host.Mailbox.Seen);
        _host.Log.AssertNoWarnings();
    }

    [Fact]
    public async Task A_mail_that_another_server_claims_is_left_and_the_others_go_on()
    {
        var claimed = _host.Mailbox.Add(Mails.Envelope(1, "Lot 7"));
        var other = _host.Mailbox.Add(Mails.Envelope(2, "Lot 8"));
        _claims.OnClaim = id => id == claimed.Id ? throw new EmailClaimedException("Another server sends it.") : Task.CompletedTask;

        var summary = await _host.RunAsync();

        Assert.Equal((1, 1, 0), (summary.Sent, summary.Left, summary.Failed));
        Assert.Equal([other.Id], _host.Target.Requests.Select(request => request.Email.Id));
        var record = await _host.RecordOfAsync(claimed);
        Assert.Equal((EmailStatus.Left, DecisionReason.ClaimedElsewhere), (record.Status, record.Reason));
        _host.Log.AssertNoWarnings();
    }

    [Fact]
    public async Task A_mail_that_another_server_finished_before_it_was_claimed_is_not_sent_again()
    {
        var mail = _host.Mailbox.Add(Mails.Envelope(1));
        _claims.OnClaim = id => _host.Dedup.MarkProcessedAsync(id, Token);

        Assert.Equal(1, (await _host.RunAsync()).Left);
        Assert.Empty(_host.Target.Requests);

        await _host.RunAsync();
        Assert.Equal([mail.Uid.Uid], _host.Mailbox.Seen);
        Assert.Empty(_host.Target.Requests);
    }

    [Fact]
    public async Task A_replay_of_a_mail_that_another_server_claims_is_told_so()
    {
        var mail = _host.Mailbox.Add(Mails.Envelope(1));
        await _host.RunAsync();
        _claims.OnClaim = _ => throw new EmailClaimedException("Another server sends it.");

        var result = await _host.Replayer.ReplayAsync(mail.Id, Token);

        Assert.Equal((ReplayStatus.Busy, "Not sent. Another server sends it. Look again in a moment."), (result.Status, result.Message));
        Assert.Single(_host.Target.Requests);
    }
}
