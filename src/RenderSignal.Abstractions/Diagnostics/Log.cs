using Microsoft.Extensions.Logging;
using NodaTime;

namespace RenderSignal;

/// <summary>What the pipeline says. Event ids 1000 to 1099.</summary>
internal static partial class Log
{
    private const int MaxReason = 300;

    /// <summary>One line a mail for the operator: what came in, what was decided and why.</summary>
    public static void EmailDecided(ILogger logger, EmailEnvelope email, LedgerRecord record) => EmailDecided(
        logger, record.Status, PrintableText.For(email.Subject), PrintableText.For(email.Sender), record.Detector is { } detector ? $", {detector}" : "",
        PrintableText.For(ReasonText.For(record), MaxReason), email.Id);

    [LoggerMessage(1000, LogLevel.Information, "{Status}: '{Subject}' from {Sender}{Detector}: {Why} [{EmailId}]")]
    private static partial void EmailDecided(
        ILogger logger, EmailStatus status, string subject, string sender, string detector, string why, string emailId);

    public static void EmailMetAgain(ILogger logger, EmailEnvelope email) =>
        EmailMetAgain(logger, PrintableText.For(email.Subject), PrintableText.For(email.Sender), email.Id);

    [LoggerMessage(1008, LogLevel.Information, "Marked seen: '{Subject}' from {Sender}: this mail is done already [{EmailId}]")]
    private static partial void EmailMetAgain(ILogger logger, string subject, string sender, string emailId);

    [LoggerMessage(1001, LogLevel.Debug, "{Summary}")]
    public static partial void CycleCompleted(ILogger logger, CycleSummary summary);

    [LoggerMessage(1002, LogLevel.Information, "The cycle ends early because the process stops; mails not yet decided stay unseen")]
    public static partial void CycleEndedEarly(ILogger logger);

    [LoggerMessage(1012, LogLevel.Information, "The cycle is broken off: {Reason} Mails not yet acknowledged stay unseen for whoever polls next")]
    public static partial void CycleBrokenOff(ILogger logger, string reason);

    [LoggerMessage(1013, LogLevel.Information, "{Count} mails that are done are not marked seen: {Reason} Whoever polls next marks them")]
    public static partial void SeenLeftToOthers(ILogger logger, int count, string reason);

    public static void SeenNotStored(ILogger logger, int count, Exception exception) =>
        SeenNotStored(logger, count, PrintableText.For(exception.Message, MaxReason));

    [LoggerMessage(1003, LogLevel.Warning, "{Count} mails could not be marked seen: {Error}. They are remembered as done, and the next cycle marks them")]
    private static partial void SeenNotStored(ILogger logger, int count, string error);

    public static void EmailPostponed(ILogger logger, string email, string? error, Instant notBefore) =>
        EmailPostponedUntil(logger, PrintableText.For(email, MaxReason), PrintableText.For(error ?? "", MaxReason), notBefore);

    [LoggerMessage(1004, LogLevel.Warning, "Failed: {Email}: {Error}. It stays unseen; next try not before {NotBefore}")]
    private static partial void EmailPostponedUntil(ILogger logger, string email, string error, Instant notBefore);

    [LoggerMessage(1005, LogLevel.Error, "Mail {EmailId} met an unexpected error")]
    public static partial void EmailFailed(ILogger logger, string emailId, Exception exception);

    [LoggerMessage(1006, LogLevel.Warning, "Mail {EmailId} is not sent: {Detail}")]
    public static partial void HookMissing(ILogger logger, string emailId, string? detail);

    [LoggerMessage(1007, LogLevel.Warning, "{Variable} is '{Value}', not a time of day such as 10h30 or 10:30: the webhook window is always open")]
    public static partial void WindowUnreadable(ILogger logger, string variable, string value);

    /// <summary>For alerts: the operator switched <c>notify_on_failure</c> on.</summary>
    public static void FailureNotified(ILogger logger, EmailEnvelope email, string? error) =>
        FailureNotified(logger, PrintableText.For(email.Subject), PrintableText.For(email.Sender), PrintableText.For(error ?? "", MaxReason), email.Id);

    [LoggerMessage(1009, LogLevel.Error, "NOTIFY: '{Subject}' from {Sender} could not be delivered: {Error} [{EmailId}]")]
    private static partial void FailureNotified(ILogger logger, string subject, string sender, string error, string emailId);

    [LoggerMessage(1010, LogLevel.Information, "Settings changed: {Document}: {Fields}")]
    public static partial void SettingsChanged(ILogger logger, string document, string fields);

    public static void EmailReplayed(ILogger logger, EmailEnvelope email, string route) =>
        EmailReplayed(logger, PrintableText.For(email.Subject), PrintableText.For(email.Sender), route, email.Id);

    [LoggerMessage(1011, LogLevel.Information, "Sent by hand: '{Subject}' from {Sender}: accepted by route {Route} [{EmailId}]")]
    private static partial void EmailReplayed(ILogger logger, string subject, string sender, string route, string emailId);
}
