using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace RenderSignal.TestKit;

public static class TestLogLoggingBuilderExtensions
{
    /// <summary>Sends everything to the test's log, whatever levels the host chose for its own logs.</summary>
    public static ILoggingBuilder AddTestLog(this ILoggingBuilder builder, TestLog log) =>
        builder.AddProvider(log.Provider).AddFilter<FakeLoggerProvider>(null, LogLevel.Trace);
}
