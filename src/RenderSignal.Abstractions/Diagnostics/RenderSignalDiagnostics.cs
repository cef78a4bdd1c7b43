using System.Diagnostics;

namespace RenderSignal;

/// <summary>The names under which the pipeline's figures and traces are found.</summary>
public static class RenderSignalDiagnostics
{
    /// <summary>The name of the meter.</summary>
    public const string MeterName = "RenderSignal";

    /// <summary>The name of the activity source.</summary>
    public const string ActivitySourceName = "RenderSignal";

    /// <summary>Counter of decided mails, tagged <see cref="StatusTag"/> and <see cref="ReasonTag"/>.</summary>
    public const string EmailsInstrument = "rendersignal.emails";

    /// <summary>
    /// Counter of unseen mails met by poll cycles, whatever becomes of them; those that rest until their next try are among them. A mail
    /// that stays unseen is met, and counted, in each cycle.
    /// </summary>
    public const string EmailsSeenInstrument = "rendersignal.emails.seen";

    /// <summary>Gauge: for how many seconds the mail has waited that is to be sent and has waited longest, as of the last cycle; 0 when none waits.</summary>
    public const string QueueAgeInstrument = "rendersignal.queue.age";

    /// <summary>Gauge: when a part last succeeded, in seconds since 1970 (UTC), tagged <see cref="ComponentTag"/>. A part that never did is missing.</summary>
    public const string LastSuccessInstrument = "rendersignal.component.last_success";

    /// <summary>Histogram of the duration of poll cycles, in seconds.</summary>
    public const string CycleDurationInstrument = "rendersignal.cycle.duration";

    /// <summary>What became of the mail: an <see cref="EmailStatus"/>.</summary>
    public const string StatusTag = "rendersignal.status";

    /// <summary>Why: a <see cref="DecisionReason"/>.</summary>
    public const string ReasonTag = "rendersignal.reason";

    /// <summary>Which part: one of <see cref="ComponentNames"/>, or a name of somebody's own.</summary>
    public const string ComponentTag = "rendersignal.component";

    internal static ActivitySource ActivitySource { get; } = new(ActivitySourceName);
}
