using NodaTime;

namespace RenderSignal.Abstractions.Tests;

/// <summary>Since when the mail waits that has waited longest.</summary>
public sealed class WaitingSinceTests : IAsyncDisposable
{
    private readonly PipelineHost _host = new();
    private readonly Instant _start;

    public WaitingSinceTests() => _start = _host.Clock.GetCurrentInstant();

    private Instant? WaitingSince => _host.Get<PollActivity>().Current.WaitingSince;

    public static TheoryData<string> Obstacles =>
        ["window", "limit", "switch", "no receiver", "refused", "paused", "unreadable text", "unreadable headers", "a target that breaks"];

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Theory, MemberData(nameof(Obstacles))]
    public async Task A_mail_waits_from_its_first_cycle_until_it_is_sent(string obstacle)
    {
        await _host.RunAsync();
        Assert.Null(WaitingSince);
        var clear = Put(obstacle);
        for (var minute = 0; minute < 5; minute++)
        {
            await _host.RunAsync();
            Assert.Equal(_start, WaitingSince);
            _host.Clock.AdvanceMinutes(1);
        }

        clear();
        _host.Clock.AdvanceMinutes(60);
        await _host.RunAsync();

        Assert.Null(WaitingSince);
        Assert.Single(_host.Mailbox.Seen);
    }

    [Fact]
    public async Task Of_several_the_oldest_counts()
    {
        var refuses = new HashSet<uint> { 1, 2 };
        _host.Target.Answer = (request, _) =>
            Task.FromResult(refuses.Contains(request.Email.Uid.Uid) ? FakeTarget.Refused(request) : FakeTarget.Accepted(request));
        _host.Mailbox.Add(Mails.Envelope(2));
        await _host.RunAsync();
        _host.Clock.AdvanceMinutes(1);
        _host.Mailbox.Add(Mails.Envelope(1));
        _host.Mailbox.Add(Mails.Envelope(3));
        await _host.RunAsync();
        Assert.Equal(_start, WaitingSince);

        refuses.Remove(2);
        await _host.RunAsync();
        Assert.Equal(_start + Duration.FromMinutes(1), WaitingSince);
    }

    [Fact]
    public async Task Neither_a_stranger_s_mail_nor_one_that_is_done_waits()
    {
        _host.Settings = _host.Settings with { Polling = new PollingSettings { Senders = [Mails.Sender] } };
        _host.Mailbox.Add(Mails.Envelope(1, sender: "fremd@example.test"));
        _host.Mailbox.Add(Mails.Envelope(2, "Re: Bonjour"));
        _host.Mailbox.Add(Mails.Envelope(3));

        var summary = await _host.RunAsync();

        Assert.Equal((1, 1, 1), (summary.Left, summary.Skipped, summary.Sent));
        Assert.Null(WaitingSince);
    }

    /// <returns>What takes the obstacle away.</returns>
    private Action Put(string obstacle)
    {
        var before = _host.Settings;
        var mail = Mails.Envelope();
        switch (obstacle)
        {
            case "unreadable headers":
                _host.Mailbox.Unreadable.Add(new UnreadableEmail(mail.Uid, "no envelope"));
                break;
            case "unreadable text":
                _host.Mailbox.OnFetch = (_, _) => throw new EmailUnreadableException("broken base64");
                break;
            case "window":
                _host.Settings = before with { Webhooks = before.Webhooks with { Window = new TimeWindow("03h00", "04h00") } };
                break;
            case "switch":
                _host.Settings = before with { Webhooks = before.Webhooks with { SendingEnabled = false } };
                break;
            case "no receiver":
                _host.Settings = before with { Webhooks = before.Webhooks with { Url = null } };
                break;
            case "limit":
                _host.Settings = before with { Preferences = before.Preferences with { RateLimitPerHour = 1 } };
                _host.Get<ISendRateStore>().RecordAsync("another", _start, TestContext.Current.CancellationToken).GetAwaiter().GetResult();
                break;
            case "a target that breaks":
                _host.Target.Answer = (_, _) => throw new InvalidDataException("not my format");
                break;
            default:
                Instant? notBefore = obstacle == "paused" ? _start + Duration.FromMinutes(30) : null;
                _host.Target.Answer = (request, _) => Task.FromResult(FakeTarget.Refused(request, notBefore: notBefore));
                break;
        }

        if (_host.Mailbox.Unreadable.Count == 0)
        {
            _host.Mailbox.Add(mail);
        }

        return () =>
        {
            _host.Settings = before;
            _host.Target.Answer = (request, _) => Task.FromResult(FakeTarget.Accepted(request));
            _host.Mailbox.OnFetch = (_, _) => Task.CompletedTask;
            if (_host.Mailbox.Unreadable.Count > 0)
            {
                _host.Mailbox.Unreadable.Clear();
                _host.Mailbox.Add(mail);
            }
        };
    }
}
