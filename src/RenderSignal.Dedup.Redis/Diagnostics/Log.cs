using Microsoft.Extensions.Logging;

namespace RenderSignal.Dedup.Redis;

internal static partial class Log
{
    [LoggerMessage(5000, LogLevel.Information, "Redis at {Servers} is in use.")]
    public static partial void Connected(this ILogger logger, string servers);

    [LoggerMessage(5001, LogLevel.Warning,
        "Redis at {Servers} is away ({Reason}). The local store carries on, and what it learns is written to Redis when that is back. Check the server and REDIS_URL.")]
    public static partial void RedisAway(this ILogger logger, string servers, string reason);

    [LoggerMessage(5002, LogLevel.Debug, "Redis is still away ({Reason}).")]
    public static partial void RedisStillAway(this ILogger logger, string reason);

    [LoggerMessage(5003, LogLevel.Information, "Redis at {Servers} is back after {Seconds:F1} s; {Entries} entries that waited for it were written.")]
    public static partial void RedisBack(this ILogger logger, string servers, double seconds, int entries);

    [LoggerMessage(5004, LogLevel.Information, "{Entries} entries that an earlier run could not write were written to Redis at {Servers}.")]
    public static partial void BacklogWritten(this ILogger logger, string servers, int entries);

    [LoggerMessage(5005, LogLevel.Warning, "Line {Line} of {File} cannot be read and was dropped: Redis is not told of one mail or subject group. The local store still knows it.")]
    public static partial void LineUnreadable(this ILogger logger, string file, int line);
}
