using System.Text.Json.Serialization;

namespace RenderSignal.AspNetCore;

/// <summary>What the process does. <c>…_ts</c> are seconds since 1970 (UTC); null: not since the process started.</summary>
internal sealed record RuntimeAnswer(
    [property: JsonPropertyName("process_start_time")] string ProcessStartTime,
    [property: JsonPropertyName("uptime_sec")] long UptimeSec,
    [property: JsonPropertyName("last_poll_cycle_ts")] long? LastPollCycleTs,
    [property: JsonPropertyName("last_webhook_sent_ts")] long? LastWebhookSentTs,
    [property: JsonPropertyName("bg_poller_thread_alive")] bool PollerAlive,
    [property: JsonPropertyName("make_watcher_thread_alive")] bool MakeWatcherAlive,
    [property: JsonPropertyName("enable_background_tasks")] bool EnableBackgroundTasks,
    [property: JsonPropertyName("server_time_utc")] string ServerTimeUtc);
