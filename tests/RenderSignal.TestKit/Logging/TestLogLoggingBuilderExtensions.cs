using Microsoft.Extensions.Logging;

namespace RenderSignal.TestKit;

public static class TestLogLoggingBuilderExtensions
{
    /// <summary>Sends everything to the test's log, whatever level the host was configured with.</summary>
    public static ILoggingBuilder AddTestLog(this ILoggingBuilder builder, TestLog log) =>
        builder.SetMinimumLevel(LogLevel.Trace).AddProvider(log.Provider);
}
