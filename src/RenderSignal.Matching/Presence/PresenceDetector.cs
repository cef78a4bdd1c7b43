using NodaTime;

namespace RenderSignal.Matching;

/// <summary>Recognises the question who is there on Saturday, asked on Thursday or Friday (REFERENCE section 1, row 4).</summary>
internal sealed class PresenceDetector : IEmailDetector
{
    private const string Saturday = "samedi";

    public string Name => DetectorNames.Presence;

    public DetectionStage Stage => DetectionStage.BeforeGrouping;

    public Detection? Detect(DetectionInput input) =>
        input.Now.DayOfWeek is IsoDayOfWeek.Thursday or IsoDayOfWeek.Friday
        && input.NormalizedSubject.AsSpan().ContainsWord(Saturday)
        && input.NormalizedBody.AsSpan().ContainsWord(Saturday)
            ? new Detection(Name) { Route = DeliveryRoutes.Presence }
            : null;
}
