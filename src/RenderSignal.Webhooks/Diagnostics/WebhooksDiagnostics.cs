namespace RenderSignal.Webhooks;

/// <summary>The names by which sends can be watched.</summary>
public static class WebhooksDiagnostics
{
    /// <summary>The meter.</summary>
    public const string MeterName = "RenderSignal.Webhooks";

    /// <summary>The activity source; one activity for each send with all its tries.</summary>
    public const string ActivitySourceName = "RenderSignal.Webhooks";

    /// <summary>Counter: sends with all their tries, by <see cref="RouteTag"/> and <see cref="StatusTag"/>.</summary>
    public const string SendsInstrument = "rendersignal.webhooks.sends";

    /// <summary>Histogram in seconds: how long sends took with all their tries and pauses, by <see cref="RouteTag"/> and <see cref="StatusTag"/>.</summary>
    public const string SendDurationInstrument = "rendersignal.webhooks.send.duration";

    /// <summary>Tag: one of <see cref="DeliveryRoutes"/>.</summary>
    public const string RouteTag = "rendersignal.route";

    /// <summary>Tag: <see cref="WebhookLogStatus.Success"/> or <see cref="WebhookLogStatus.Error"/>.</summary>
    public const string StatusTag = "rendersignal.status";

    /// <summary>Tag of activities: how many requests were made.</summary>
    public const string AttemptsTag = "rendersignal.attempts";
}
