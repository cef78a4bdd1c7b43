using System.Globalization;

namespace RenderSignal.Matching;

/// <summary>A time that a mail calls the due time: <c>à faire pour …</c>, with or without a date.</summary>
internal static class DueTime
{
    private const string Verb = "faire";
    private const int BestRank = 0;

    /// <summary>The first of the best kind: dated with h, dated with a colon, undated with h, undated with a colon; else null.</summary>
    public static string? Find(ReadOnlySpan<char> text)
    {
        (string Time, int Rank)? best = null;
        for (var at = IndexOfVerb(text, 0); at >= 0; at = IndexOfVerb(text, at + Verb.Length))
        {
            if (!FollowsPreposition(text[..at]) || Read(text[(at + Verb.Length)..]) is not { } found)
            {
                continue;
            }

            if (found.Rank is BestRank)
            {
                return found.Time;
            }

            if (best is null || found.Rank < best.Value.Rank)
            {
                best = found;
            }
        }

        return best?.Time;
    }

    private static int IndexOfVerb(ReadOnlySpan<char> text, int start) =>
        text.IndexOfFrom(start, Verb, StringComparison.OrdinalIgnoreCase);

    private static bool FollowsPreposition(ReadOnlySpan<char> before)
    {
        var trimmed = before.SkipWhiteSpaceBackwards();
        return trimmed.Length < before.Length && trimmed is [.., 'a' or 'A' or 'à' or 'À'];
    }

    private static (string Time, int Rank)? Read(ReadOnlySpan<char> afterVerb)
    {
        var cursor = new TextCursor(afterVerb);
        if (!cursor.ReadBlanks() || !cursor.Read("pour") || !cursor.ReadBlanks())
        {
            return null;
        }

        var dated = cursor;
        return ReadDate(ref dated, out var date) && ReadTime(ref dated, out var time, out var hasColon) ? ($"{date} à {time}", hasColon ? 1 : BestRank)
            : ReadTime(ref cursor, out time, out hasColon) ? (time, hasColon ? 3 : 2)
            : null;
    }

    private static bool ReadDate(ref TextCursor cursor, out string date)
    {
        date = "";
        if (!cursor.Read("le") || !cursor.ReadBlanks()
            || !cursor.ReadNumber(1, 2, out var day) || !cursor.Read("/")
            || !cursor.ReadNumber(1, 2, out var month) || !cursor.Read("/")
            || !cursor.ReadNumber(4, 4, out var year)
            || !cursor.ReadBlanks() || !cursor.ReadPreposition())
        {
            return false;
        }

        date = string.Create(CultureInfo.InvariantCulture, $"le {day:00}/{month:00}/{year:0000}");
        return true;
    }

    private static bool ReadTime(ref TextCursor cursor, out string time, out bool hasColon)
    {
        var doubled = cursor;
        if (doubled.ReadPreposition())
        {
            cursor = doubled;
        }

        return cursor.ReadTime(out time, out hasColon);
    }
}
