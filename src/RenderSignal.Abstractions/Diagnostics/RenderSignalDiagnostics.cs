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

    /// <summary>Histogram of the duration of poll cycles, in seconds.</summary>
    public const string CycleDurationInstrument = "rendersignal.cycle.duration";

    /// <summary>What became of the mail: an <see cref="EmailStatus"/>.</summary>
    public const string StatusTag = "rendersignal.status";

    /// <summary>Why: a <see cref="DecisionReason"/>.</summary>
    public const string ReasonTag = "rendersignal.reason";

    internal static ActivitySource ActivitySource { get; } = new(ActivitySourceName);
}
