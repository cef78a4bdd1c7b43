using System.Text.Json.Serialization;

namespace RenderSignal.AspNetCore;

/// <summary>What an old remote control shows.</summary>
/// <param name="StatusCode"><c>idle</c> or <c>running</c>.</param>
/// <param name="OverallText">The same for people.</param>
/// <param name="StatusText">How far it is, for people.</param>
/// <param name="StepName">What is being done; empty while idle.</param>
/// <param name="ProgressCurrent">Mails decided in the running cycle.</param>
/// <param name="ProgressTotal">Mails found by it.</param>
/// <param name="RecentDownloads">Always empty: nothing is downloaded here.</param>
internal sealed record LocalStatusAnswer(
    [property: JsonPropertyName("overall_status_code_from_worker")] string StatusCode,
    [property: JsonPropertyName("overall_status_text")] string OverallText,
    [property: JsonPropertyName("status_text")] string StatusText,
    [property: JsonPropertyName("current_step_name")] string StepName,
    [property: JsonPropertyName("progress_current")] int ProgressCurrent,
    [property: JsonPropertyName("progress_total")] int ProgressTotal,
    [property: JsonPropertyName("recent_downloads")] IReadOnlyList<string> RecentDownloads)
{
    public static LocalStatusAnswer Of(CycleProgress? progress) => progress is { } cycle
        ? new("running", "The mailbox is being polled.", $"{cycle.Done} of {cycle.Total} mails are decided.", "poll cycle", cycle.Done, cycle.Total, [])
        : new("idle", "Idle.", "No poll cycle runs.", "", 0, 0, []);
}
