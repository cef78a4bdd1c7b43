using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace RenderSignal.Conformance;

/// <summary>The analyser and the detectors as an application gets them.</summary>
internal static class MatchingServices
{
    private static readonly ServiceProvider Services =
        new RenderSignalBuilder(new ServiceCollection()).AddMatching().Services.BuildServiceProvider();

    public static ITextAnalyzer Analyzer { get; } = Services.GetRequiredService<ITextAnalyzer>();

    public static IEmailDetector Detector(string name) =>
        Services.GetServices<IEmailDetector>().Single(detector => detector.Name == name);

    public static DetectionInput Input(string subject, string body, ZonedDateTime now) => new()
    {
        Subject = subject,
        Body = body,
        NormalizedSubject = Analyzer.Normalize(subject),
        NormalizedBody = Analyzer.Normalize(body),
        Links = Analyzer.FindLinks(body),
        Now = now,
    };
}
