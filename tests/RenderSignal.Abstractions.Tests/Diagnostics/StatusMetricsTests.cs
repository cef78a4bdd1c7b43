using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using Microsoft.Extensions.Options;
using NodaTime;

namespace RenderSignal.Abstractions.Tests;

public sealed class StatusMetricsTests : IAsyncDisposable
{
    private readonly PipelineHost _host = new();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task The_age_of_the_queue_is_how_long_its_oldest_mail_has_waited_and_0_when_none_waits()
    {
        using var age = new MetricCollector<double>(_host.Meters, RenderSignalDiagnostics.MeterName, RenderSignalDiagnostics.QueueAgeInstrument);
        var settings = _host.Settings;
        _host.Settings = settings with { Webhooks = settings.Webhooks with { SendingEnabled = false } };
        _host.Mailbox.Add(Mails.Envelope(1));
        await _host.RunAsync();
        _host.Clock.AdvanceSeconds(90);
        _host.Mailbox.Add(Mails.Envelope(2));
        await _host.RunAsync();
        _host.Clock.AdvanceSeconds(30);

        age.RecordObservableInstruments();
        _host.Settings = settings;
        await _host.RunAsync();
        age.RecordObservableInstruments();

        Assert.Equal([120, 0], age.GetMeasurementSnapshot().Select(measured => measured.Value));
    }

    [Fact]
    public async Task A_part_that_succeeded_tells_when_and_one_that_only_failed_is_missing()
    {
        using var last = new MetricCollector<double>(_host.Meters, RenderSignalDiagnostics.MeterName, RenderSignalDiagnostics.LastSuccessInstrument);
        _host.Target.Answer = (request, _) => Task.FromResult(FakeTarget.Refused(request, "HTTP 500"));
        _host.Mailbox.Add(Mails.Envelope());

        await _host.RunAsync();
        last.RecordObservableInstruments();

        var now = (double)Instant.FromUtc(2026, 11, 4, 9, 0).ToUnixTimeSeconds();
        Assert.Equal(
            [(ComponentNames.Mailbox, now), (ComponentNames.Stores, now)],
            last.GetMeasurementSnapshot().Select(measured => ((string)measured.Tags[RenderSignalDiagnostics.ComponentTag]!, measured.Value)));
    }

    [Fact]
    public async Task All_unseen_mails_are_counted_as_seen_also_those_that_rest_until_their_next_try()
    {
        using var seen = new MetricCollector<long>(_host.Meters, RenderSignalDiagnostics.MeterName, RenderSignalDiagnostics.EmailsSeenInstrument);
        _host.Mailbox.Add(Mails.Envelope(1));
        _host.Mailbox.Add(Mails.Envelope(2, "Re: x"));
        _host.Mailbox.Unreadable.Add(new UnreadableEmail(new MessageUid(1, 3), "NO"));
        _host.Target.Answer = (_, _) => throw new InvalidDataException("no");

        await _host.RunAsync();
        _host.Mailbox.Unreadable.Clear();
        await _host.RunAsync();

        Assert.Equal([3L, 1L], seen.GetMeasurementSnapshot().Select(measured => measured.Value));
    }

    [Fact]
    public void The_figures_are_there_once_the_options_were_checked_which_is_at_the_start()
    {
        using var age = new MetricCollector<double>(_host.Meters, RenderSignalDiagnostics.MeterName, RenderSignalDiagnostics.QueueAgeInstrument);

        _ = _host.Get<IOptions<RenderSignalOptions>>().Value;
        age.RecordObservableInstruments();
        _host.Clock.AdvanceHours(1);

        Assert.Equal(0, Assert.Single(age.GetMeasurementSnapshot()).Value);
        Assert.Equal(Instant.FromUtc(2026, 11, 4, 9, 0), _host.Get<PollActivity>().Current.StartedAt);
    }
}
