using Microsoft.Extensions.Logging;

namespace RenderSignal.AspNetCore;

internal static partial class SignInLog
{
    [LoggerMessage(6010, LogLevel.Information, "'{User}' signed in from {Address}")]
    public static partial void SignedIn(ILogger logger, string user, string address);

    [LoggerMessage(6011, LogLevel.Information, "A sign-in as '{User}' from {Address} failed: wrong user or password")]
    public static partial void Failed(ILogger logger, string user, string address);

    [LoggerMessage(6012, LogLevel.Warning,
        "Sign-in is locked {Locks}: {Failures} failures within a minute. If that was not you, somebody is guessing the password.")]
    public static partial void Locked(ILogger logger, string locks, int failures);

    [LoggerMessage(6013, LogLevel.Warning, "Nobody can sign in to the dashboard: TRIGGER_PAGE_PASSWORD is not set. Set it to a password, or to a hash of one.")]
    public static partial void Closed(ILogger logger);

    [LoggerMessage(6014, LogLevel.Warning,
        "A key of sessions cannot be read and is left out ({Error}). Sessions that were signed with it have ended. Delete the file session-key-*.xml of the data folder that is damaged.")]
    public static partial void KeyUnreadable(ILogger logger, string error);

    [LoggerMessage(6015, LogLevel.Error, "Nobody can sign in: the keys that sessions are signed with can be neither read nor written: {Error}")]
    public static partial void NoKeys(ILogger logger, string error);

    [LoggerMessage(6016, LogLevel.Warning,
        "RenderSignal's API is mapped, but nothing to sign in with: it answers 401 to everybody. Call MapRenderSignalDashboard() too, or set RenderSignalEndpointOptions.AuthorizationPolicy.")]
    public static partial void NotMapped(ILogger logger);
}
