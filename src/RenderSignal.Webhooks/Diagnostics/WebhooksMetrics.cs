using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace RenderSignal.Webhooks;

internal sealed class WebhooksMetrics
{
    private readonly Counter<long> _sends;
    private readonly Histogram<double> _duration;

    public WebhooksMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(WebhooksDiagnostics.MeterName);
        _sends = meter.CreateCounter<long>(WebhooksDiagnostics.SendsInstrument, "{send}", "Sends with all their tries.");
        _duration = meter.CreateHistogram<double>(WebhooksDiagnostics.SendDurationInstrument, "s", "How long sends took with all their tries and pauses.");
    }

    public void SendEnded(string route, string status, TimeSpan duration)
    {
        var tags = new TagList { { WebhooksDiagnostics.RouteTag, route }, { WebhooksDiagnostics.StatusTag, status } };
        _sends.Add(1, tags);
        _duration.Record(duration.TotalSeconds, tags);
    }
}
