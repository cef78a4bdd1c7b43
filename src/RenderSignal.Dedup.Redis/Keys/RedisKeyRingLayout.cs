using StackExchange.Redis;

namespace RenderSignal.Dedup.Redis;

/// <summary>The session keys: one hash from names to XML. The reference has none.</summary>
internal static class RedisKeyRingLayout
{
    private static readonly RedisKey Key = "r:ss:session_keys:v1";

    public static Task CheckAsync(IDatabase database) => database.HashLengthAsync(Key);

    public static async Task<IReadOnlyDictionary<string, string>?> ReadAsync(IDatabase database) =>
        (await database.HashGetAllAsync(Key)).ToDictionary(entry => entry.Name.ToString(), entry => entry.Value.ToString(), StringComparer.Ordinal);

    public static Task WriteAsync(IDatabase database, IEnumerable<KeyValuePair<string, string>> keys) =>
        database.HashSetAsync(Key, [.. keys.Select(key => new HashEntry(key.Key, key.Value))]);
}
