namespace RenderSignal.Matching;

/// <summary>When a mail wants its work: the time after <c>à faire pour</c>, with or without a day.</summary>
internal readonly record struct DueTime(DueDate? Date, ClockTime Time, bool HasColon)
{
    private const string Verb = "faire";

    /// <summary>The lower, the sooner it is preferred to others of the same mail: with a day before without, h before colon.</summary>
    private int Rank => (Date is null ? 2 : 0) + (HasColon ? 1 : 0);

    /// <summary>The first of the preferred kind, or null.</summary>
    public static DueTime? Find(ReadOnlySpan<char> text)
    {
        DueTime? best = null;
        for (var at = IndexOfVerb(text, 0); at >= 0 && best?.Rank is not 0; at = IndexOfVerb(text, at + Verb.Length))
        {
            if (FollowsPreposition(text[..at])
                && ReadAfterVerb(text[(at + Verb.Length)..]) is { } found
                && (best is null || found.Rank < best.Value.Rank))
            {
                best = found;
            }
        }

        return best;
    }

    /// <summary>The time as receivers get it: <c>HHhMM</c> or <c>le dd/mm/yyyy à HHhMM</c>.</summary>
    public override string ToString() => Date is null ? Time.ToString() : $"{Date} à {Time}";

    private static int IndexOfVerb(ReadOnlySpan<char> text, int start) =>
        text.IndexOfFrom(start, Verb, StringComparison.OrdinalIgnoreCase);

    private static bool FollowsPreposition(ReadOnlySpan<char> before)
    {
        var trimmed = before.SkipWhiteSpaceBackwards();
        return trimmed.Length < before.Length && trimmed is [.., 'a' or 'A' or 'à' or 'À'];
    }

    private static DueTime? ReadAfterVerb(ReadOnlySpan<char> text)
    {
        var cursor = new TextCursor(text);
        if (!cursor.ReadBlanks() || !cursor.Read("pour") || !cursor.ReadBlanks())
        {
            return null;
        }

        var dated = cursor;
        var date = DueDate.Read(ref dated);
        cursor = date is null ? cursor : dated;

        var doubled = cursor;
        cursor = doubled.ReadPreposition() ? doubled : cursor;
        return cursor.ReadTime(out var time, out var hasColon) ? new DueTime(date, time, hasColon) : null;
    }
}
