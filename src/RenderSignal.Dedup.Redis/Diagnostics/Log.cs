using Microsoft.Extensions.Logging;

namespace RenderSignal.Dedup.Redis;

internal static partial class Log
{
    [LoggerMessage(5000, LogLevel.Information, "Redis at {Servers} is in use.")]
    public static partial void Connected(this ILogger logger, string servers);

    [LoggerMessage(5001, LogLevel.Warning,
        "Redis at {Servers} {Trouble} ({Reason}). The local stores stand in, and what they learn is written to Redis when it is back. Until then {Sending}, and settings cannot be changed. Check the server and REDIS_URL.")]
    public static partial void RedisAway(this ILogger logger, string servers, string trouble, string reason, string sending);

    [LoggerMessage(5002, LogLevel.Debug, "Redis is still away ({Reason}).")]
    public static partial void RedisStillAway(this ILogger logger, string reason);

    [LoggerMessage(5003, LogLevel.Warning, "Redis at {Servers} is back after {Seconds:F1} s; {Entries} entries that waited for it were written.")]
    public static partial void RedisBack(this ILogger logger, string servers, double seconds, int entries);

    [LoggerMessage(5004, LogLevel.Information, "{Entries} entries that Redis at {Servers} did not have were written to it.")]
    public static partial void BacklogWritten(this ILogger logger, int entries, string servers);

    [LoggerMessage(5005, LogLevel.Warning, "Line {Line} of {File} cannot be read and was dropped: Redis is not told of one mail or subject group. The local store still knows it.")]
    public static partial void LineUnreadable(this ILogger logger, string file, int line);

    [LoggerMessage(5010, LogLevel.Information, "Redis had no {Document} and was given the local copy, as {Key}.")]
    public static partial void SettingsRestored(this ILogger logger, string document, string key);

    [LoggerMessage(5011, LogLevel.Warning, "The local copy of {Document} could not be written: {Problem} If Redis goes away, an older copy will be in force.")]
    public static partial void SettingsNotCopied(this ILogger logger, string document, string problem);

    [LoggerMessage(5012, LogLevel.Warning, "A session key that is on Redis could not be copied: {Problem} If Redis goes away, the sessions signed with it will end.")]
    public static partial void KeyNotCopied(this ILogger logger, string problem);

    [LoggerMessage(5020, LogLevel.Warning,
        "The record of {Id} in {Key} on Redis cannot be read and is left out of the ledger: {Problem} The next decision about this mail replaces it; or delete it there.")]
    public static partial void RecordUnreadable(this ILogger logger, string id, string key, string problem);

    [LoggerMessage(5021, LogLevel.Debug, "{Entries} entries of {Key} on Redis cannot be read and are left out of the webhook log.")]
    public static partial void LogEntriesUnreadable(this ILogger logger, int entries, string key);

    [LoggerMessage(5030, LogLevel.Warning, "Redis could not be given what this server knows: {Problem} If it lacks something, that may be done twice. It is tried again when Redis is connected to the next time.")]
    public static partial void NotGiven(this ILogger logger, string problem);

    [LoggerMessage(5050, LogLevel.Warning,
        "The lease on the mailbox was lost: this process was paused or cut off from Redis for longer than it lasts, and another server may poll by now. What was in hand is left to it; a mail that was just sent may be sent again, with the same webhook-id.")]
    public static partial void LeaseTakenAway(this ILogger logger);

    [LoggerMessage(5051, LogLevel.Information, "The lease on the mailbox ends: Redis could not be asked to renew it for {Seconds:0.#} s. Mails wait until Redis is back.")]
    public static partial void LeaseNotRenewed(this ILogger logger, double seconds);

    [LoggerMessage(5052, LogLevel.Information, "Redis had lost the lease on the mailbox and was given it again; nobody else had it meanwhile.")]
    public static partial void LeaseGivenBack(this ILogger logger);

    [LoggerMessage(5040, LogLevel.Debug, "A message on the channel {Channel} is none of RenderSignal's and was ignored: {Reason}")]
    public static partial void NoticeUnreadable(this ILogger logger, string channel, string reason);

    [LoggerMessage(5041, LogLevel.Warning,
        "Redis does not let this server use the channel {Channel} ({Reason}), so that its dashboards and those of other servers do not show at once what happens elsewhere, and a poll asked of one server does not reach the one that polls. Give the user in REDIS_URL this channel (ACL SETUSER … &{Channel}).")]
    public static partial void ChannelRefused(this ILogger logger, string channel, string reason);

    [LoggerMessage(5042, LogLevel.Debug, "Notices of other servers are heard on {Channel}. This server is {Self} there.")]
    public static partial void NoticesHeard(this ILogger logger, string channel, string self);

    [LoggerMessage(5043, LogLevel.Debug, "Notices of other servers are not heard ({Reason}).")]
    public static partial void NoticesUnheard(this ILogger logger, string reason);

    [LoggerMessage(5044, LogLevel.Debug, "Settings that another server changed could not be read ({Reason}); they are when they are needed.")]
    public static partial void SettingsNotReread(this ILogger logger, string reason);

    [LoggerMessage(5045, LogLevel.Debug, "An event could not be told to other servers; their dashboards show it when they read anew.")]
    public static partial void ActivityNotTold(this ILogger logger, Exception exception);

    [LoggerMessage(5046, LogLevel.Information, "Another server asks for a poll cycle.")]
    public static partial void CycleForwarded(this ILogger logger);

    [LoggerMessage(5053, LogLevel.Information, "The lease on the mailbox was given back, because what other servers did could not be copied ({Reason}); it is tried again.")]
    public static partial void NotCaughtUp(this ILogger logger, string reason);
}
