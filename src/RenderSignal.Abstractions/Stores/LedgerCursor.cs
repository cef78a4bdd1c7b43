using NodaTime;
using NodaTime.Text;

namespace RenderSignal;

/// <summary>A place in the list of records. It holds when records are added or decided anew meanwhile.</summary>
/// <param name="DecidedAt">The <see cref="LedgerRecord.DecidedAt"/> of the record before the place.</param>
/// <param name="Id">Its id; null: the place after all records of that instant.</param>
public readonly record struct LedgerCursor(Instant DecidedAt, string? Id)
{
    private const char Separator = '~';

    /// <summary>The form that callers hand back: <c>2026-11-05T09:27:00.123Z~ID</c>.</summary>
    public override string ToString() => $"{InstantPattern.ExtendedIso.Format(DecidedAt)}{(Id is null ? "" : $"{Separator}{Id}")}";

    /// <summary>Reads <see cref="ToString"/>'s form, or an instant alone; null for anything else.</summary>
    public static LedgerCursor? TryParse(string text)
    {
        var at = text.IndexOf(Separator, StringComparison.Ordinal);
        var instant = InstantPattern.ExtendedIso.Parse(at < 0 ? text : text[..at]);
        return instant.Success ? new LedgerCursor(instant.Value, at < 0 ? null : text[(at + 1)..]) : null;
    }
}
