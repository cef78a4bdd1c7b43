namespace RenderSignal.Abstractions.Tests;

/// <summary>A detector of somebody else's: recognises what contains the word "facultatif".</summary>
internal sealed class OwnDetector(Detection answer, DetectionStage stage = DetectionStage.AfterGrouping) : IEmailDetector
{
    public const string Word = "facultatif";

    public string Name => answer.Detector;

    public DetectionStage Stage => stage;

    public Detection? Detect(DetectionInput input) => input.NormalizedBody.Contains(Word, StringComparison.Ordinal) ? answer : null;
}
