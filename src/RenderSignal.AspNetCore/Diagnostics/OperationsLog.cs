using Microsoft.Extensions.Logging;

namespace RenderSignal.AspNetCore;

/// <summary>What is done by hand. Event ids 6050 to 6079.</summary>
internal static partial class OperationsLog
{
    [LoggerMessage(6050, LogLevel.Information, "{File} was taken: {What}")]
    public static partial void TriggerTaken(ILogger logger, string file, string what);

    [LoggerMessage(6051, LogLevel.Information, "A poll cycle was asked for by hand")]
    public static partial void CycleRequested(ILogger logger);

    [LoggerMessage(6052, LogLevel.Information, "{Done} of {Count} Make.com scenarios were switched {State} by hand")]
    public static partial void ScenariosSwitched(ILogger logger, int done, int count, string state);

    [LoggerMessage(6053, LogLevel.Information, "{Variable} was started by hand; it writes to {File}")]
    public static partial void CommandStarted(ILogger logger, string variable, string file);

    [LoggerMessage(6054, LogLevel.Information, "{Variable} succeeded: {Output}")]
    public static partial void CommandSucceeded(ILogger logger, string variable, string output);

    [LoggerMessage(6055, LogLevel.Warning, "{Variable} ended with exit code {ExitCode}: {Output}")]
    public static partial void CommandFailed(ILogger logger, string variable, int exitCode, string output);

    [LoggerMessage(6056, LogLevel.Information, "Render accepted a deploy that was asked for by hand ({Variable})")]
    public static partial void DeployAccepted(ILogger logger, string variable);

    [LoggerMessage(6057, LogLevel.Warning, "Render did not accept a deploy that was asked for by hand: {Error}")]
    public static partial void DeployRefused(ILogger logger, string error);

    [LoggerMessage(6058, LogLevel.Information, "The settings were exported, {How} webhook addresses")]
    public static partial void SettingsExported(ILogger logger, string how);
}
