using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace RenderSignal.Server.Demo;

/// <summary>The server's own log lines without categories and ids, for eyes that see them for the first time.</summary>
internal sealed class DemoFormatter(TimeProvider time) : ConsoleFormatter(FormatterName)
{
    public const string FormatterName = "demo";

    /// <summary>A blank and an email id in brackets, with which the lines about a mail end.</summary>
    private const int IdLength = 35;

    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        if (logEntry.Category == typeof(DemoInvitation).FullName)
        {
            textWriter.WriteLine(logEntry.Formatter(logEntry.State, logEntry.Exception));
            return;
        }

        var mark = logEntry.LogLevel >= LogLevel.Warning ? "!" : " ";
        textWriter.WriteLine($"{time.GetLocalNow():HH:mm:ss} {mark} {WithoutId(logEntry.Formatter(logEntry.State, logEntry.Exception))}");
    }

    private static string WithoutId(string message) =>
        message.Length > IdLength && message[^IdLength..] is [' ', '[', .., ']'] ? message[..^IdLength] : message;
}
