namespace RenderSignal;

/// <summary>Takes a page out of all records, the newest first.</summary>
internal static class LedgerPaging
{
    public static LedgerPage Page(IReadOnlyList<LedgerRecord> newestFirst, LedgerQuery query)
    {
        var page = newestFirst.Skip(PlaceOf(newestFirst, query.Before)).Where(query.Matches).Take(query.Limit + 1).ToList();
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
}
