using Microsoft.Extensions.DependencyInjection;

namespace RenderSignal.Abstractions.Tests;

/// <summary>The analyser and the detectors as an application gets them.</summary>
internal static class Matching
{
    private static readonly ServiceProvider Services =
        new RenderSignalBuilder(new ServiceCollection()).AddMatching().Services.BuildServiceProvider();

    public static ITextAnalyzer Analyzer { get; } = Services.GetRequiredService<ITextAnalyzer>();

    public static IReadOnlyList<IEmailDetector> Detectors { get; } = [.. Services.GetServices<IEmailDetector>()];
}
