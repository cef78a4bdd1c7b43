using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using StackExchange.Redis;

namespace RenderSignal.Dedup.Redis;

/// <summary>Gives Redis the session keys that only the local store has.</summary>
internal sealed class RedisKeyRingBacklog([FromKeyedServices(LocalStore.Key)] IKeyRingStore local) : IRedisBacklog
{
    private readonly ConcurrentDictionary<string, string> _waiting = new(StringComparer.Ordinal);

    public bool IsEmpty => _waiting.IsEmpty;

    /// <summary>A key that Redis is to be given.</summary>
    public void Add(string name, string xml) => _waiting[name] = xml;

    /// <summary>Redis has it, if it is still this one.</summary>
    public void Remove(string name, string xml) => _waiting.TryRemove(new(name, xml));

    /// <summary>Whether Redis may have an older key of this name.</summary>
    public bool IsWaiting(string name) => _waiting.ContainsKey(name);

    public Task CheckAsync(IDatabase database) => RedisKeyRingLayout.CheckAsync(database);

    public async Task WriteBackAsync(IDatabase database, Action<int> written, CancellationToken stopping)
    {
        var waiting = _waiting.ToArray();
        var stored = (await RedisKeyRingLayout.ReadAsync(database))!;
        KeyValuePair<string, string>[] missing =
        [
            .. waiting.Where(key => stored.GetValueOrDefault(key.Key) != key.Value),
            .. ReadLocal().Where(key => !stored.ContainsKey(key.Key) && !_waiting.ContainsKey(key.Key)),
        ];
        stopping.ThrowIfCancellationRequested();
        if (missing.Length > 0)
        {
            await RedisKeyRingLayout.WriteAsync(database, missing);
            written(missing.Length);
        }

        foreach (var (name, xml) in waiting)
        {
            Remove(name, xml);
        }
    }

    private IReadOnlyDictionary<string, string> ReadLocal()
    {
        try
        {
            return local.ReadAll();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // No outage of Redis. Who reads the ring meets the same exception.
            return new Dictionary<string, string>();
        }
    }
}
