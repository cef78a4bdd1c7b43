using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace RenderSignal.Server.Demo;

/// <summary>The server's own log lines without categories and ids, for eyes that see them for the first time.</summary>
internal sealed class DemoFormatter(TimeProvider time) : ConsoleFormatter(FormatterName)
{
    public const string FormatterName = "demo";

    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        var mark = logEntry.LogLevel >= LogLevel.Warning ? "!" : " ";
        textWriter.WriteLine($"{time.GetLocalNow():HH:mm:ss} {mark} {logEntry.Formatter(logEntry.State, logEntry.Exception)}");
    }
}
