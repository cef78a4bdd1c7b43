using Microsoft.Extensions.Logging;

namespace RenderSignal.Webhooks;

/// <summary>Event ids 4000 to 4099. Addresses are masked before they come here.</summary>
internal static partial class Log
{
    [LoggerMessage(4000, LogLevel.Information,
        "'{Subject}' was accepted by {Target} on route {Route} ({Answer}, tries: {Attempts}, {DurationMs} ms) [{EmailId}]")]
    public static partial void SendAccepted(
        this ILogger logger, string subject, string? target, string route, string answer, int attempts, long durationMs, string emailId);

    [LoggerMessage(4001, LogLevel.Warning,
        "'{Subject}' was not accepted by {Target} on route {Route}: {Error} ({Answer}, tries: {Attempts}, {DurationMs} ms); {Next} [{EmailId}]")]
    public static partial void SendFailed(
        this ILogger logger, string subject, string? target, string route, string error, string answer, int attempts, long durationMs, string next, string emailId);

    [LoggerMessage(4002, LogLevel.Warning,
        "WEBHOOK_SSL_VERIFY is off: webhooks go to whoever answers at their address. Set it to true, and make the system trust the receivers' certificates.")]
    public static partial void CertificatesUnchecked(this ILogger logger);

    [LoggerMessage(4003, LogLevel.Warning, "Mail {EmailId} was delivered, but its copy to WEBHOOK_URL was given up because the process stops.")]
    public static partial void MirrorGivenUp(this ILogger logger, string emailId);

    [LoggerMessage(4004, LogLevel.Warning, "WEBHOOK_URL is not set: mails for it stay unseen until it is. Write the receiver's https address.")]
    public static partial void ReceiverMissing(this ILogger logger);

    /// <summary>Operators alert on this text.</summary>
    [LoggerMessage(4010, LogLevel.Information, "MAKE_WATCHER: background thread started")]
    public static partial void WatcherStarted(this ILogger logger);

    [LoggerMessage(4011, LogLevel.Information, "The Make.com scenario {Variable} was switched {State}.")]
    public static partial void ScenarioSwitched(this ILogger logger, string variable, string state);

    [LoggerMessage(4012, LogLevel.Warning, "The Make.com scenario {Variable} could not be switched {State}: {Error}; the next try follows in {Seconds} s.")]
    public static partial void ScenarioNotSwitched(this ILogger logger, string variable, string state, string error, double seconds);

    [LoggerMessage(4013, LogLevel.Error, "Whether Make.com's scenarios are to be on cannot be told; they stay as they are, and the next look follows in {Seconds} s.")]
    public static partial void LookFailed(this ILogger logger, double seconds, Exception exception);
}
