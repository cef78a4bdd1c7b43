using System.Globalization;

namespace RenderSignal.Matching;

/// <summary>A time of day as a mail gives it; its numbers have one or two digits and are not range-checked.</summary>
internal readonly record struct ClockTime(int Hour, int Minute)
{
    /// <summary>The time as receivers get it: <c>HHhMM</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Hour:00}h{Minute:00}");
}
