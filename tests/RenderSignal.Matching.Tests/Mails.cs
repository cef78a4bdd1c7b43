using NodaTime;

namespace RenderSignal.Matching.Tests;

/// <summary>Mails as the pipeline hands them to detectors.</summary>
internal static class Mails
{
    public const string MissionSubject = "Média Solution - Missions Recadrage - Lot 7";

    /// <summary>A Thursday, 10:15 in Paris.</summary>
    public static ZonedDateTime Thursday { get; } = InParis(2026, 11, 5, 9, 15);

    /// <param name="year">The year.</param>
    /// <param name="month">The month, 1 to 12.</param>
    /// <param name="day">The day, from 1.</param>
    /// <param name="hour">The hour in UTC, 0 to 23.</param>
    /// <param name="minute">The minute, 0 to 59.</param>
    public static ZonedDateTime InParis(int year, int month, int day, int hour, int minute) =>
        Instant.FromUtc(year, month, day, hour, minute).InZone(DateTimeZoneProviders.Tzdb["Europe/Paris"]);

    public static DetectionInput Input(string subject, string body, ZonedDateTime? now = null) => new()
    {
        Subject = subject,
        Body = body,
        NormalizedSubject = TextNormalizer.Normalize(subject),
        NormalizedBody = TextNormalizer.Normalize(body),
        Links = LinkFinder.Find(body),
        Now = now ?? Thursday,
    };
}
