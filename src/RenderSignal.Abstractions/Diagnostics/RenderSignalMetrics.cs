using System.Diagnostics.Metrics;
using NodaTime;

namespace RenderSignal;

internal sealed class RenderSignalMetrics
{
    private readonly PollActivity _activity;
    private readonly ComponentBoard _board;
    private readonly IClock _clock;
    private readonly Counter<long> _emails;
    private readonly Counter<long> _seen;
    private readonly Histogram<double> _cycles;

    public RenderSignalMetrics(IMeterFactory meters, PollActivity activity, ComponentBoard board, IClock clock)
    {
        (_activity, _board, _clock) = (activity, board, clock);
        var meter = meters.Create(RenderSignalDiagnostics.MeterName);
        _emails = meter.CreateCounter<long>(RenderSignalDiagnostics.EmailsInstrument, "{email}", "Mails by what became of them");
        _seen = meter.CreateCounter<long>(RenderSignalDiagnostics.EmailsSeenInstrument, "{email}", "Unseen mails met by poll cycles");
        _cycles = meter.CreateHistogram<double>(RenderSignalDiagnostics.CycleDurationInstrument, "s", "Duration of poll cycles");
        meter.CreateObservableGauge(RenderSignalDiagnostics.QueueAgeInstrument, QueueAge, "s", "How long the mail waits that waits longest");
        meter.CreateObservableGauge(RenderSignalDiagnostics.LastSuccessInstrument, LastSuccesses, "s", "When a part last succeeded, since 1970");
    }

    public void EmailsSeen(int count) => _seen.Add(count);

    public void EmailDecided(EmailStatus status, DecisionReason reason) => _emails.Add(
        1,
        new(RenderSignalDiagnostics.StatusTag, status.ToString()),
        new(RenderSignalDiagnostics.ReasonTag, reason.ToString()));

    public void CycleCompleted(CycleSummary summary) => _cycles.Record(summary.Elapsed.TotalSeconds);

    private double QueueAge() =>
        _activity.Current.WaitingSince is { } since ? Math.Max(0, (_clock.GetCurrentInstant() - since).TotalSeconds) : 0;

    private IEnumerable<Measurement<double>> LastSuccesses()
    {
        foreach (var component in _board.All)
        {
            if (component.LastSuccess is { } at)
            {
                yield return new((at - NodaConstants.UnixEpoch).TotalSeconds, new KeyValuePair<string, object?>(RenderSignalDiagnostics.ComponentTag, component.Name));
            }
        }
    }
}
