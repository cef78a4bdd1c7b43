using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace RenderSignal.Abstractions.Tests;

/// <summary>In which order mails are handled, how many, and under which settings.</summary>
public sealed class CycleOrderTests : IAsyncDisposable
{
    private readonly PipelineHost _host = new();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task High_priority_comes_before_medium_before_low_and_else_the_order_of_the_mailbox()
    {
        Prefer(preferences => preferences with
        {
            SenderPriorities = new Dictionary<string, SenderPriority>
            {
                ["high@example.test"] = SenderPriority.High,
                ["low@example.test"] = SenderPriority.Low,
                ["medium@example.test"] = SenderPriority.Medium,
            },
        });
        string[] senders = ["low@example.test", "other@example.test", "High <HIGH@example.test>", "medium@example.test", "high@example.test", ""];
        foreach (var (index, sender) in senders.Index())
        {
            _host.Mailbox.Add(Mails.Envelope((uint)index + 1, sender: sender));
        }

        await _host.RunAsync();

        Assert.Equal([3, 5, 2, 4, 6, 1], _host.Target.Uids);
    }

    [Fact]
    public async Task Without_priorities_the_order_of_the_mailbox_holds()
    {
        foreach (var uid in new uint[] { 5, 2, 9 })
        {
            _host.Mailbox.Add(Mails.Envelope(uid));
        }

        await _host.RunAsync();

        Assert.Equal([5, 2, 9], _host.Target.Uids);
    }

    [Fact]
    public async Task A_change_of_the_settings_between_two_mails_of_a_cycle_is_obeyed_by_the_second()
    {
        _host.Mailbox.Add(Mails.Envelope(1));
        _host.Mailbox.Add(Mails.Envelope(2));
        _host.Target.Answer = (request, _) =>
        {
            _host.Settings = _host.Settings with { Webhooks = _host.Settings.Webhooks with { SendingEnabled = false } };
            return Task.FromResult(FakeTarget.Accepted(request));
        };

        var summary = await _host.RunAsync();

        Assert.Equal((1, 1), (summary.Sent, summary.Left));
        Assert.True(Assert.Single(_host.Target.Requests).Settings.Webhooks.SendingEnabled);
    }

    [Fact]
    public async Task The_hourly_limit_counts_a_mail_once_and_failures_too()
    {
        Prefer(preferences => preferences with { RateLimitPerHour = 2 });
        _host.Target.Answer = (request, _) => Task.FromResult(FakeTarget.Refused(request) with { Log = [.. Enumerable.Repeat(FakeTarget.Refused(request).Log[0], 3)] });
        for (var uid = 1u; uid <= 3; uid++)
        {
            _host.Mailbox.Add(Mails.Envelope(uid));
        }

        var summary = await _host.RunAsync();

        Assert.Equal((2, 1), (summary.Failed, summary.Left));
        Assert.Equal([1, 2], _host.Target.Uids);
        Assert.Equal(429, Assert.Single((await _host.RecordOfAsync(Mails.Envelope(3))).Log).StatusCode);
    }

    [Fact]
    public async Task A_mail_whose_place_another_server_takes_is_left_as_one_over_the_limit()
    {
        await using var host = new PipelineHost(services =>
        {
            var registered = services.Last(service => service.ServiceType == typeof(ISendRateStore));
            services.AddSingleton<ISendRateStore>(provider => new ContestedSendRateStore(
                (ISendRateStore)ActivatorUtilities.CreateInstance(provider, registered.ImplementationType!), provider.GetRequiredService<IClock>()));
        });
        host.Settings = host.Settings with { Preferences = new ProcessingPreferences { RateLimitPerHour = 1 } };
        host.Mailbox.Add(Mails.Envelope(1));

        Assert.Equal(1, (await host.RunAsync()).Left);

        var record = await host.RecordOfAsync(Mails.Envelope(1));
        Assert.Equal((DecisionReason.RateLimited, "rate_limit_per_hour is 1", null), (record.Reason, record.Detail, record.Route));
        Assert.Equal(429, Assert.Single(record.Log).StatusCode);
        Assert.Empty(host.Target.Requests);
        Assert.Empty(host.Mailbox.Seen);
    }

    [Fact]
    public async Task The_hourly_limit_gives_way_when_the_hour_has_passed()
    {
        Prefer(preferences => preferences with { RateLimitPerHour = 1 });
        _host.Mailbox.Add(Mails.Envelope(1));
        _host.Mailbox.Add(Mails.Envelope(2));
        await _host.RunAsync();

        _host.Clock.AdvanceSeconds(3600);
        Assert.Equal(1, (await _host.RunAsync()).Left);
        _host.Clock.AdvanceSeconds(1);
        Assert.Equal(1, (await _host.RunAsync()).Sent);
    }

    [Fact]
    public async Task Mails_of_other_routes_do_not_count_for_the_hourly_limit()
    {
        await using var host = new PipelineHost(services => services.AddOwn(new Detection("devis") { Route = "crm" }, new FakeTarget("crm")));
        host.Settings = host.Settings with { Preferences = new ProcessingPreferences { RateLimitPerHour = 1 } };
        host.Mailbox.Add(Mails.Envelope(1), $"{OwnDetector.Word} {Mails.Link}");
        host.Mailbox.Add(Mails.Envelope(2));

        Assert.Equal(2, (await host.RunAsync()).Sent);
    }

    [Fact]
    public async Task A_summary_counts_every_mail_once()
    {
        var unreadable = new UnreadableEmail(new MessageUid(1, 9), "no envelope");
        _host.Mailbox.Unreadable.Add(unreadable);
        _host.Mailbox.Add(Mails.Envelope(1));
        _host.Mailbox.Add(Mails.Envelope(2, "Re: x"));
        _host.Mailbox.Add(Mails.Envelope(3), "rien");
        _host.Mailbox.Add(Mails.Envelope(4));
        _host.Target.Answer = (request, _) =>
            Task.FromResult(request.Email.Uid.Uid == 4 ? FakeTarget.Refused(request) : FakeTarget.Accepted(request));

        var summary = await _host.RunAsync();

        Assert.Equal("cycle: seen=5 sent=1 skipped=2 left=0 failed=2 ms=0", summary.ToString());
    }

    private void Prefer(Func<ProcessingPreferences, ProcessingPreferences> change) =>
        _host.Settings = _host.Settings with { Preferences = change(_host.Settings.Preferences) };
}
