using System.Text.Json.Serialization;

namespace RenderSignal.AspNetCore;

/// <summary>What polling does now and did last, in this process.</summary>
/// <param name="Enabled">Whether the process was started to poll.</param>
/// <param name="SwitchedOn">Whether the settings let it poll (<c>enable_polling</c>).</param>
/// <param name="Alive">Whether the polling service runs and holds the lock.</param>
/// <param name="NextCycleAt">When the next cycle begins, or the schedule is looked at next; null: none is planned, or one runs.</param>
/// <param name="LastCycleAt">When the last whole cycle ended; null: none has.</param>
/// <param name="LastCycle">That cycle in figures.</param>
/// <param name="Progress">How far the running cycle is; null: none runs.</param>
/// <param name="IntervalSeconds">The pause between two cycles; null: there is no polling service.</param>
/// <param name="WaitingSince">Since when the mail waits that has waited longest; null: none waits.</param>
internal sealed record StatusPolling(
    [property: JsonPropertyName("enabled")] bool Enabled,
    [property: JsonPropertyName("switched_on")] bool SwitchedOn,
    [property: JsonPropertyName("alive")] bool Alive,
    [property: JsonPropertyName("next_cycle_at")] string? NextCycleAt,
    [property: JsonPropertyName("last_cycle_at")] string? LastCycleAt,
    [property: JsonPropertyName("last_cycle")] StatusCycle? LastCycle,
    [property: JsonPropertyName("progress")] StatusProgress? Progress,
    [property: JsonPropertyName("interval_sec")] long? IntervalSeconds,
    [property: JsonPropertyName("waiting_since")] string? WaitingSince)
{
    public static StatusPolling From(PollState state, PollingSettings settings) => new(
        state.IsEnabled,
        settings.Enabled,
        state.IsAlive,
        ApiTime.FormatOrNull(state.NextCycleAt),
        ApiTime.FormatOrNull(state.LastCycleAt),
        state.LastCycle is { } cycle ? StatusCycle.From(cycle) : null,
        state.Progress is { } progress ? new(progress.Done, progress.Total) : null,
        (long?)state.Interval?.TotalSeconds,
        ApiTime.FormatOrNull(state.WaitingSince));
}
