using System.Globalization;

namespace RenderSignal.Matching;

/// <summary>A day as a mail gives it, <c>D/M/YYYY</c>; its numbers are not range-checked.</summary>
internal readonly record struct DueDate(int Day, int Month, int Year)
{
    /// <summary>Reads <c>le D/M/YYYY à</c> and the blanks behind it.</summary>
    public static DueDate? Read(ref TextCursor cursor) =>
        cursor.Read("le") && cursor.ReadBlanks()
        && cursor.ReadNumber(1, 2, out var day) && cursor.Read("/")
        && cursor.ReadNumber(1, 2, out var month) && cursor.Read("/")
        && cursor.ReadNumber(4, 4, out var year)
        && cursor.ReadBlanks() && cursor.ReadPreposition()
            ? new DueDate(day, month, year)
            : null;

    /// <summary>The day as receivers get it: <c>le dd/mm/yyyy</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"le {Day:00}/{Month:00}/{Year:0000}");
}
