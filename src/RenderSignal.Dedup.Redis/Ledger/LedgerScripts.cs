namespace RenderSignal.Dedup.Redis;

/// <summary>What the ledger does in one step on Redis.</summary>
internal static class LedgerScripts
{
    /// <summary>
    /// Writes a record if what is stored is still what was read, gives it its place, has the oldest go, and takes its sends into the
    /// webhook log. A record that only learns of another send keeps its place among those of its instant: nobody who pages through
    /// misses one. Keys: records, order, places, webhook log. Arguments: id, text read, text to write, instant, kind, capacity, capacity of
    /// the log, how many entries leave the log, these, and those that come.
    /// </summary>
    /// <returns>A <see cref="LedgerWrite"/>.</returns>
    public const string Write = """
        local id, instant = ARGV[1], ARGV[4]
        if (redis.call('HGET', KEYS[1], id) or '') ~= ARGV[2] then
            return 0
        end
        local isFirst = redis.call('EXISTS', KEYS[1]) == 0
        redis.call('HSET', KEYS[1], id, ARGV[3])

        local function number_of(place)
            return tonumber(string.sub(place, #instant + 2, #instant + 9))
        end
        local number
        local place = redis.call('HGET', KEYS[3], id)
        if place then
            redis.call('ZREM', KEYS[2], place)
            number = string.sub(place, 1, #instant) == instant and number_of(place)
        end
        if not number then
            local last = redis.call('ZREVRANGEBYLEX', KEYS[2], '[' .. instant .. '~', '[' .. instant, 'LIMIT', 0, 1)[1]
            number = last and (number_of(last) or 0) + 1 or 0
        end
        place = string.format('%s %08d %s %s', instant, number, ARGV[5], id)
        redis.call('ZADD', KEYS[2], 0, place)
        redis.call('HSET', KEYS[3], id, place)

        local excess = math.min(redis.call('ZCARD', KEYS[2]) - tonumber(ARGV[6]), 1000)
        for _, oldest in ipairs(excess > 0 and redis.call('ZRANGE', KEYS[2], 0, excess - 1) or {}) do
            redis.call('ZREM', KEYS[2], oldest)
            local gone = string.match(oldest, '^%S+ %S+ %S+ (.*)$')
            if gone and redis.call('HGET', KEYS[3], gone) == oldest then
                redis.call('HDEL', KEYS[1], gone)
                redis.call('HDEL', KEYS[3], gone)
            end
        end

        for at = 9, #ARGV do
            redis.call('LREM', KEYS[4], -1, ARGV[at])
            if at > 8 + tonumber(ARGV[8]) then
                redis.call('RPUSH', KEYS[4], ARGV[at])
            end
        end
        redis.call('LTRIM', KEYS[4], -tonumber(ARGV[7]), -1)
        return isFirst and 2 or 1
        """;
}
