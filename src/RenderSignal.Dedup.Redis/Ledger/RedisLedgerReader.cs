using NodaTime;
using StackExchange.Redis;

namespace RenderSignal.Dedup.Redis;

/// <summary>Reads the ledger in pieces, so that no question keeps Redis, which others wait for, for long. All answers are null while Redis gives none.</summary>
internal sealed class RedisLedgerReader(RedisLink link, RedisLedgerLayout layout)
{
    /// <summary>Some 100 bytes each.</summary>
    private const int PlacesAtOnce = 2000;

    /// <summary>Some kilobytes each.</summary>
    private const int RecordsAtOnce = 500;

    /// <summary>A text after those of all places.</summary>
    private const string End = "~";

    public async Task<LedgerPage?> ListAsync(LedgerQuery query, CancellationToken cancellationToken)
    {
        var below = await FindStartAsync(query.Before, cancellationToken);
        var found = new List<(LedgerPlace Place, LedgerRecord Record)>();
        while (below is not null)
        {
            if (await ListPlacesAsync("list_ledger", "", below, cancellationToken) is not { } texts)
            {
                return null;
            }

            // Without a text to look for each record that is fetched is one of the page.
            var places = texts.Select(LedgerPlace.TryParse).OfType<LedgerPlace>().Where(place => query.Matches(place.Status, place.Reason));
            foreach (var some in places.Chunk(query.Text.Length > 0 ? RecordsAtOnce : Math.Min(query.Limit, RecordsAtOnce - 1) + 1))
            {
                if (await FetchAsync(some, cancellationToken) is not { } records)
                {
                    return null;
                }

                found.AddRange(some.Zip(records).Where(pair => pair.Second is not null && query.Matches(pair.Second)).Select(pair => (pair.First, pair.Second!)));
                if (found.Count > query.Limit)
                {
                    // The record may have been decided anew since; its place is where the page ends.
                    var (last, _) = found[query.Limit - 1];
                    return new LedgerPage([.. found.Take(query.Limit).Select(pair => pair.Record)], new LedgerCursor(last.DecidedAt, last.Id));
                }
            }

            if (texts.Length < PlacesAtOnce)
            {
                return new LedgerPage([.. found.Select(pair => pair.Record)], null);
            }

            below = texts[^1];
        }

        return null;
    }

    /// <summary>Whether Redis has no ledger at all.</summary>
    public Task<bool> IsEmptyAsync(CancellationToken cancellationToken) => link.ReadAsync(
        "list_ledger", async database => !await RedisLedgerLayout.ExistsAsync(database), false, cancellationToken);

    public async Task<IReadOnlyList<LedgerCount>?> CountAsync(Instant from, Instant to, CancellationToken cancellationToken)
    {
        var counts = new Dictionary<(Instant Hour, EmailStatus Status, DecisionReason Reason), int>();
        var above = LedgerPlace.TextOf(from);
        string[] texts = [];
        do
        {
            var below = texts is [.., var last] ? last : LedgerPlace.TextOf(to);
            if (await ListPlacesAsync("count_ledger", above, below, cancellationToken) is not { } next)
            {
                return null;
            }

            texts = next;
            foreach (var place in texts.Select(LedgerPlace.TryParse).OfType<LedgerPlace>())
            {
                var key = (HourOf(place.DecidedAt), place.Status, place.Reason);
                counts[key] = counts.GetValueOrDefault(key) + 1;
            }
        }
        while (texts.Length == PlacesAtOnce);

        return [.. counts.Select(count => new LedgerCount(count.Key.Hour, count.Key.Status, count.Key.Reason, count.Value))];
    }

    public async Task<IReadOnlyList<WebhookLogEntry>?> ListLogAsync(Instant since, int limit, CancellationToken cancellationToken)
    {
        var entries = await link.ReadAsync<List<WebhookLogEntry>?>("read_webhook_log", async database => await layout.ReadLogAsync(database), null, cancellationToken);
        return entries is null ? null : [.. entries.Where(entry => entry.Timestamp >= since).OrderByDescending(entry => entry.Timestamp).Take(limit)];
    }

    /// <summary>What all places of the page come before. Of a record that was decided anew and has left its place all of its instant come again, and none is missed.</summary>
    private async Task<string?> FindStartAsync(LedgerCursor? before, CancellationToken cancellationToken)
    {
        if (before is not { } cursor)
        {
            return End;
        }

        var instant = LedgerPlace.TextOf(cursor.DecidedAt);
        if (cursor.Id is null)
        {
            return instant;
        }

        // Empty: there is none. Null: no answer.
        var place = await link.ReadAsync<string?>(
            "list_ledger", async database => await RedisLedgerLayout.FindPlaceAsync(database, cursor.Id) ?? "", null, cancellationToken);
        return place is null || place.StartsWith(instant, StringComparison.Ordinal) ? place : instant + End;
    }

    private Task<string[]?> ListPlacesAsync(string command, string above, string below, CancellationToken cancellationToken) => link.ReadAsync<string[]?>(
        command, async database => await RedisLedgerLayout.ListPlacesAsync(database, above, below, PlacesAtOnce), null, cancellationToken);

    private async Task<IEnumerable<LedgerRecord?>?> FetchAsync(LedgerPlace[] places, CancellationToken cancellationToken)
    {
        var texts = await link.ReadAsync<RedisValue[]?>(
            "list_ledger", async database => await RedisLedgerLayout.GetAsync(database, places.Select(place => place.Id)), null, cancellationToken);
        return texts?.Zip(places, (text, place) => layout.TryRead(place.Id, text));
    }

    private static Instant HourOf(Instant instant)
    {
        var seconds = instant.ToUnixTimeSeconds();
        return Instant.FromUnixTimeSeconds(seconds - (seconds % NodaConstants.SecondsPerHour));
    }
}
