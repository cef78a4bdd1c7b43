using Microsoft.Extensions.Logging;

namespace RenderSignal;

internal static partial class StoreLog
{
    [LoggerMessage(1100, LogLevel.Warning,
        "{Path} ended in the middle of a line: {Bytes} bytes were cut off. They are a write that was interrupted before it was acknowledged; nothing needs to be done.")]
    public static partial void TornLine(ILogger logger, string path, long bytes);

    [LoggerMessage(1101, LogLevel.Warning,
        "{Path}: {Count} line(s) cannot be read and were skipped: line {Lines}. Correct them while the server is stopped, or leave them: before they go, the file is copied to the same name with .damaged.")]
    public static partial void DamagedLines(ILogger logger, string path, int count, string lines);

    [LoggerMessage(1102, LogLevel.Warning, "{Path} could not be made smaller and stays as it is. Make room on the disk, and see that the folder can be written.")]
    public static partial void CompactionFailed(ILogger logger, Exception exception, string path);

    [LoggerMessage(1103, LogLevel.Warning, "{Document}: {Field} is {Value} and is not obeyed; write {Expected}.")]
    public static partial void SettingNotObeyed(ILogger logger, string document, string field, string value, string expected);

    [LoggerMessage(1104, LogLevel.Warning, "{Document} is not obeyed; what was last read from it, or else the environment, stays in force. {Problem}")]
    public static partial void DocumentNotObeyed(ILogger logger, string document, string problem);
}
