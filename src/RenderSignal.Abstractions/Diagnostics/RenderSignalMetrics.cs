using System.Diagnostics.Metrics;

namespace RenderSignal;

internal sealed class RenderSignalMetrics
{
    private readonly Counter<long> _emails;
    private readonly Histogram<double> _cycles;

    public RenderSignalMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(RenderSignalDiagnostics.MeterName);
        _emails = meter.CreateCounter<long>(RenderSignalDiagnostics.EmailsInstrument, "{email}", "Mails by what became of them");
        _cycles = meter.CreateHistogram<double>(RenderSignalDiagnostics.CycleDurationInstrument, "s", "Duration of poll cycles");
    }

    public void EmailDecided(EmailStatus status, DecisionReason reason) => _emails.Add(
        1,
        new(RenderSignalDiagnostics.StatusTag, status.ToString()),
        new(RenderSignalDiagnostics.ReasonTag, reason.ToString()));

    public void CycleCompleted(CycleSummary summary) => _cycles.Record(summary.Elapsed.TotalSeconds);
}
