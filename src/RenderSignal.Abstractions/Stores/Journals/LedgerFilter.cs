using System.Globalization;

namespace RenderSignal;

/// <summary>Takes a page out of all records, the newest first.</summary>
internal static class LedgerFilter
{
    private const CompareOptions Loosely = CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace;

    public static LedgerPage Page(IReadOnlyList<LedgerRecord> newestFirst, LedgerQuery query)
    {
        var page = newestFirst.Skip(PlaceOf(newestFirst, query.Before)).Where(record => Matches(record, query)).Take(query.Limit + 1).ToList();
        if (page.Count <= query.Limit)
        {
            return new LedgerPage(page, null);
        }

        page.RemoveAt(query.Limit);
        return new LedgerPage(page, new LedgerCursor(page[^1].DecidedAt, page[^1].Id));
    }

    private static int PlaceOf(IReadOnlyList<LedgerRecord> newestFirst, LedgerCursor? before)
    {
        if (before is not { } cursor)
        {
            return 0;
        }

        var place = 0;
        while (place < newestFirst.Count && newestFirst[place].DecidedAt > cursor.DecidedAt)
        {
            place++;
        }

        // The record may have been decided anew and so have left its place: then all of its instant come again, and none is missed.
        for (var same = place; same < newestFirst.Count && newestFirst[same].DecidedAt == cursor.DecidedAt; same++)
        {
            if (newestFirst[same].Id == cursor.Id)
            {
                return same + 1;
            }
        }

        return cursor.Id is null ? SkipInstant(newestFirst, place, cursor) : place;
    }

    private static int SkipInstant(IReadOnlyList<LedgerRecord> newestFirst, int place, LedgerCursor cursor)
    {
        while (place < newestFirst.Count && newestFirst[place].DecidedAt == cursor.DecidedAt)
        {
            place++;
        }

        return place;
    }

    private static bool Matches(LedgerRecord record, LedgerQuery query) =>
        (query.Statuses.Count + query.Reasons.Count == 0 || query.Statuses.Contains(record.Status) || query.Reasons.Contains(record.Reason))
        && (query.Text.Length == 0
            || Has(record.Subject, query.Text)
            || Has(record.Sender, query.Text)
            || Has(record.Detector, query.Text)
            || Has(record.Detail, query.Text)
            || record.Id.Equals(query.Text, StringComparison.OrdinalIgnoreCase));

    private static bool Has(string? text, string wanted) =>
        text is not null && CultureInfo.InvariantCulture.CompareInfo.IndexOf(text, wanted, Loosely) >= 0;
}
