using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace RenderSignal.Abstractions.Tests;

/// <summary>What one mail's misfortune is to itself and to the others.</summary>
public sealed class FaultTests : IAsyncDisposable
{
    private readonly PipelineHost _host = new();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task A_target_that_throws_is_an_error_of_its_mail_only()
    {
        var first = _host.Mailbox.Add(Mails.Envelope(1));
        _host.Mailbox.Add(Mails.Envelope(2));
        FailOn(1, new InvalidDataException("not my format"));

        var summary = await _host.RunAsync();

        Assert.Equal((1, 1), (summary.Sent, summary.Failed));
        Assert.Equal([2u], _host.Mailbox.Seen);
        var record = await _host.RecordOfAsync(first);
        Assert.Equal(
            (EmailStatus.Failed, DecisionReason.UnexpectedError, "not my format"), (record.Status, record.Reason, record.Detail));
        Assert.Contains(_host.Log.Records, log => log.Level == LogLevel.Error && log.Exception is InvalidDataException);
    }

    [Fact]
    public async Task A_time_out_that_a_target_reports_as_a_cancellation_is_an_error_of_its_mail_only()
    {
        _host.Mailbox.Add(Mails.Envelope(1));
        _host.Mailbox.Add(Mails.Envelope(2));
        FailOn(1, new TaskCanceledException("HttpClient.Timeout of 100 seconds elapsing"));

        var summary = await _host.RunAsync();

        Assert.Equal((1, 1), (summary.Sent, summary.Failed));
    }

    [Fact]
    public async Task A_detector_that_throws_is_an_error_of_its_mail_only()
    {
        await using var host = new PipelineHost(services => services.AddSingleton<IEmailDetector>(new ThrowingDetector()));
        var first = host.Mailbox.Add(Mails.Envelope(1), OwnDetector.Word);
        host.Mailbox.Add(Mails.Envelope(2));

        Assert.Equal((1, 1), await host.RunAsync() is var summary ? (summary.Sent, summary.Failed) : default);

        Assert.Equal(DecisionReason.UnexpectedError, (await host.RecordOfAsync(first)).Reason);
    }

    [Fact]
    public async Task A_mail_that_met_an_error_rests_twice_as_long_each_time()
    {
        _host.Mailbox.Add(Mails.Envelope(1));
        FailOn(1, new InvalidDataException("never"));

        await RestsAsync(1, 2, 4, 8);
    }

    [Fact]
    public async Task A_mail_that_cannot_be_read_rests_from_a_minute_to_six_hours()
    {
        var mail = _host.Mailbox.Add(Mails.Envelope(1));
        _host.Mailbox.Add(Mails.Envelope(2));
        _host.Mailbox.OnFetch = (email, _) => email.Uid.Uid == 1 ? throw new EmailUnreadableException("broken base64") : Task.CompletedTask;

        await RestsAsync(1, 2, 4, 8, 16, 32, 64, 128, 256, 360, 360);

        var record = await _host.RecordOfAsync(mail);
        Assert.Equal((EmailStatus.Failed, DecisionReason.Unreadable, "broken base64"), (record.Status, record.Reason, record.Detail));
        Assert.Equal([2u], _host.Mailbox.Seen);
    }

    [Fact]
    public async Task A_mail_that_can_be_read_again_begins_anew()
    {
        _host.Mailbox.Add(Mails.Envelope(1));
        _host.Target.Answer = (request, _) => Task.FromResult(FakeTarget.Refused(request));
        _host.Mailbox.OnFetch = (_, _) => throw new EmailUnreadableException("broken");
        await RestsAsync(1, 2);

        _host.Mailbox.OnFetch = (_, _) => Task.CompletedTask;
        await _host.RunAsync();
        _host.Mailbox.OnFetch = (_, _) => throw new EmailUnreadableException("broken");

        await RestsAsync(1, 2);
    }

    [Fact]
    public async Task A_mail_without_readable_headers_is_known_by_its_place()
    {
        _host.Mailbox.Unreadable.Add(new UnreadableEmail(new MessageUid(1, 9), "no envelope"));

        await _host.RunAsync();

        var record = await _host.RecordOfAsync("uid:1:9");
        Assert.Equal((EmailStatus.Failed, DecisionReason.Unreadable, "no envelope"), (record.Status, record.Reason, record.Detail));
        Assert.Contains("Failed: mail uid:1:9: no envelope", Assert.Single(_host.MessagesAt(LogLevel.Warning)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mail_whose_receiver_asked_for_a_pause_is_left_without_a_look_at_its_body_until_then()
    {
        var mail = _host.Mailbox.Add(Mails.Envelope());
        var notBefore = _host.Clock.GetCurrentInstant() + Duration.FromMinutes(10);
        _host.Target.Answer = (request, _) => Task.FromResult(FakeTarget.Refused(request, "HTTP 429", notBefore));
        Assert.Equal(1, (await _host.RunAsync()).Failed);

        _host.Target.Answer = (request, _) => Task.FromResult(FakeTarget.Accepted(request));
        _host.Clock.AdvanceMinutes(9);
        Assert.Equal(1, (await _host.RunAsync()).Left);
        Assert.Single(_host.Mailbox.Fetched);
        Assert.Equal(DecisionReason.ReceiverBusy, (await _host.RecordOfAsync(mail)).Reason);

        _host.Clock.AdvanceMinutes(1);
        Assert.Equal(1, (await _host.RunAsync()).Sent);
        Assert.Equal(EmailStatus.Sent, (await _host.RecordOfAsync(mail)).Status);
    }

    [Fact]
    public async Task A_mailbox_that_goes_away_ends_the_cycle_and_what_was_done_is_marked()
    {
        _host.Mailbox.Add(Mails.Envelope(1));
        var second = _host.Mailbox.Add(Mails.Envelope(2));
        _host.Mailbox.OnFetch = (email, _) => email.Uid.Uid == 2 ? throw new MailboxUnavailableException("gone") : Task.CompletedTask;

        await Assert.ThrowsAsync<MailboxUnavailableException>(() => _host.RunAsync());

        Assert.Equal([1u], _host.Mailbox.Seen);
        Assert.Null(await _host.Ledger.FindAsync(second.Id, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_route_without_a_target_names_what_to_call()
    {
        await using var host = new PipelineHost(services => services.AddOwn(new Detection("devis") { Route = "crm" }));
        var mail = host.Mailbox.Add(Mails.Envelope(), $"{OwnDetector.Word} {Mails.Link}");

        await host.RunAsync();

        Assert.Equal(
            "No IDeliveryTarget serves the route 'crm'. Call AddWebhooks() for the built-in routes, or register a target of your own for it.",
            (await host.RecordOfAsync(mail)).Detail);
    }

    [Fact]
    public async Task Of_two_targets_for_one_route_the_later_serves_it()
    {
        var (earlier, later) = (new FakeTarget("crm"), new FakeTarget("crm"));
        await using var host = new PipelineHost(services => services.AddOwn(new Detection("devis") { Route = "crm" }, earlier, later));
        host.Mailbox.Add(Mails.Envelope(), $"{OwnDetector.Word} {Mails.Link}");

        await host.RunAsync();

        Assert.Empty(earlier.Requests);
        Assert.Single(later.Requests);
    }

    private void FailOn(uint uid, Exception exception) => _host.Target.Answer = (request, _) =>
        request.Email.Uid.Uid == uid ? throw exception : Task.FromResult(FakeTarget.Accepted(request));

    /// <summary>The one mail that fails is tried, passed over until the pause is over, and tried again.</summary>
    private async Task RestsAsync(params int[] pausesInMinutes)
    {
        foreach (var pause in pausesInMinutes)
        {
            Assert.Equal(1, (await _host.RunAsync()).Failed);
            _host.Clock.AdvanceSeconds((60 * pause) - 1);
            Assert.Equal((0, 1), await _host.RunAsync() is var early ? (early.Failed, early.Left) : default);
            _host.Clock.AdvanceSeconds(1);
        }
    }

    private sealed class ThrowingDetector : IEmailDetector
    {
        public string Name => "throwing";

        public Detection? Detect(DetectionInput input) =>
            input.Body.Contains(OwnDetector.Word, StringComparison.Ordinal) ? throw new InvalidDataException("no") : null;
    }
}
