using NodaTime;

namespace RenderSignal;

/// <summary>Times of day as operators write them.</summary>
public static class TimeOfDay
{
    /// <summary>
    /// Reads <c>HHhMM</c> or <c>HH:MM</c>: hour 0 to 23 in one or two digits, minute 0 to 59 in two; an upper-case H and
    /// white space around it are fine (REFERENCE section 3). Returns null for anything else.
    /// </summary>
    public static LocalTime? TryParse(string? text)
    {
        var trimmed = text.AsSpan().Trim();
        var separator = trimmed.IndexOfAny("hH:");
        if (separator is not (1 or 2) || trimmed.Length - separator is not 3)
        {
            return null;
        }

        return TwoDigits(trimmed[..separator]) is { } hour and < 24 && TwoDigits(trimmed[(separator + 1)..]) is { } minute and < 60
            ? new LocalTime(hour, minute)
            : null;
    }

    private static int? TwoDigits(ReadOnlySpan<char> digits)
    {
        var value = 0;
        foreach (var digit in digits)
        {
            if (!char.IsAsciiDigit(digit))
            {
                return null;
            }

            value = (value * 10) + digit - '0';
        }

        return value;
    }
}
