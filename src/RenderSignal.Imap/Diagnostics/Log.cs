using Microsoft.Extensions.Logging;

namespace RenderSignal.Imap;

/// <summary>
/// What mailbox and poller say. Event ids 2000 to 2099. Operators alert on the texts of 2020 and 2021:
/// they are kept to the letter (REFERENCE section 7).
/// </summary>
internal static partial class Log
{
    [LoggerMessage(2000, LogLevel.Information, "Connected to {Host}:{Port}, mailbox {Mailbox} is open")]
    public static partial void Connected(ILogger logger, string host, int port, string mailbox);

    [LoggerMessage(2001, LogLevel.Warning, "The connection to {Host} is not encrypted: the password and the mails can be read on the way. Set IMAP_SECURITY=tls or starttls if the server can do it")]
    public static partial void NotEncrypted(ILogger logger, string host);

    [LoggerMessage(2002, LogLevel.Warning, "The IMAP server refuses to mark mail {Uid} seen: {Error}. It is remembered as done; the next cycle tries again")]
    public static partial void SeenRefused(ILogger logger, uint uid, string error);

    [LoggerMessage(2003, LogLevel.Information, "{Error} The connection is rebuilt")]
    public static partial void ConnectionRebuilt(ILogger logger, string error);

    [LoggerMessage(2004, LogLevel.Information, "The certificate of {Host} is not trusted ({Failure}). The connection stays on this machine, so it is used all the same")]
    public static partial void CertificateNotTrusted(ILogger logger, string host, string failure);

    [LoggerMessage(2010, LogLevel.Information, "Polling is off in this process. Set ENABLE_BACKGROUND_TASKS=true to poll the mailbox")]
    public static partial void PollingDisabled(ILogger logger);

    [LoggerMessage(2011, LogLevel.Information, "This process waits for its turn to poll: {Obstacle}")]
    public static partial void WaitsForLock(ILogger logger, string obstacle);

    [LoggerMessage(2012, LogLevel.Information, "Polling begins")]
    public static partial void PollingBegins(ILogger logger);

    [LoggerMessage(2013, LogLevel.Information, "Polling rests: {Why}")]
    public static partial void PollingRests(ILogger logger, string why);

    [LoggerMessage(2014, LogLevel.Warning, "The mailbox cannot be read ({Failures} times in a row by now): {Error} Next try in {Seconds:0.#} s")]
    public static partial void MailboxUnavailable(ILogger logger, int failures, string error, double seconds);

    [LoggerMessage(2015, LogLevel.Error, "{Error} The mailbox is not polled until this is mended; next try in {Seconds:0.#} s")]
    public static partial void SignInRefused(ILogger logger, string error, double seconds);

    [LoggerMessage(2016, LogLevel.Error, "A poll cycle failed ({Failures} times in a row by now); next try in {Seconds:0.#} s")]
    public static partial void CycleFailed(ILogger logger, int failures, double seconds, Exception exception);

    [LoggerMessage(2017, LogLevel.Information, "The mailbox answers again")]
    public static partial void MailboxBack(ILogger logger);

    [LoggerMessage(2018, LogLevel.Warning, "The mailbox is not polled: {Obstacle}; next try in {Seconds:0.#} s")]
    public static partial void LockUnavailable(ILogger logger, string obstacle, double seconds);

    [LoggerMessage(2019, LogLevel.Error, "The settings cannot be read; the mailbox is not polled until they can")]
    public static partial void SettingsUnreadable(ILogger logger, Exception exception);

    [LoggerMessage(2020, LogLevel.Information, "BG_POLLER: Singleton lock acquired")]
    public static partial void LockAcquired(ILogger logger);

    [LoggerMessage(2021, LogLevel.Information, "HEARTBEAT: alive")]
    public static partial void Heartbeat(ILogger logger);

    [LoggerMessage(2024, LogLevel.Information, "The right to poll is lost; this process waits for its turn")]
    public static partial void LeaseLost(ILogger logger);

    [LoggerMessage(2025, LogLevel.Information, "The cycle that was asked for is passed on to the server that polls")]
    public static partial void RequestForwarded(ILogger logger);

    [LoggerMessage(2022, LogLevel.Warning, "The cycle that was asked for did not run: {Error}")]
    public static partial void RequestedCycleFailed(ILogger logger, string error);

    [LoggerMessage(2023, LogLevel.Error, "The cycle that was asked for failed")]
    public static partial void RequestedCycleBroke(ILogger logger, Exception exception);
}
