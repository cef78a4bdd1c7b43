using NodaTime;
using NodaTime.Text;

namespace RenderSignal.AspNetCore;

/// <summary>Instants as the API tells them: ISO 8601, UTC, with milliseconds at the most, which every language's library reads.</summary>
internal static class ApiTime
{
    private static readonly InstantPattern Pattern = InstantPattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm':'ss;FFF'Z'");

    public static string Format(Instant instant) => Pattern.Format(instant);

    public static string? FormatOrNull(Instant? instant) => instant is { } value ? Format(value) : null;
}
