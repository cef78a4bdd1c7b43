using System.Buffers;
using NodaTime;

namespace RenderSignal.Matching;

/// <summary>Recognises Média Solution's recadrage missions (REFERENCE section 2).</summary>
internal sealed class RecadrageDetector : IEmailDetector
{
    private static readonly SearchValues<string> LinkTraces = SearchValues.Create(
        ["dropbox.com/scl/fo", "fromsmash.com/", "swisstransfer.com/d/"], StringComparison.OrdinalIgnoreCase);

    public string Name => DetectorNames.Recadrage;

    public Detection? Detect(DetectionInput input)
    {
        // White space counts here: "media  solution" with two spaces is another subject to the reference.
        var subject = TextNormalizer.FoldLetters(input.Subject);
        if (!MissionSubject.IsMission(subject) || !HasDelivery(input))
        {
            return null;
        }

        return DeliveryTime(subject, input) is { } time
            ? new Detection(Name) { DeliveryTime = time, WhenWindowClosed = ClosedWindowAction.Acknowledge }
            : null;
    }

    private static string? DeliveryTime(ReadOnlySpan<char> subject, DetectionInput input) =>
        subject.ContainsWord("urgence")
            ? InAnHour(input.Now).ToString()
            : DueTime.Find(input.Body)?.ToString() ?? LoneTime.Find(input.Body)?.ToString();

    private static bool HasDelivery(DetectionInput input) =>
        input.Links.Count > 0 || input.Body.AsSpan().ContainsAny(LinkTraces);

    /// <summary>One real hour later, also when clocks change meanwhile (REFERENCE "Where we differ" 5).</summary>
    private static ClockTime InAnHour(ZonedDateTime now)
    {
        var then = now.PlusHours(1);
        return new ClockTime(then.Hour, then.Minute);
    }
}
