using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace RenderSignal.Dedup.Redis;

/// <summary>Keeps session keys locally and on Redis: each has all of them, so that neither an outage nor an empty Redis ends a session.</summary>
internal sealed class RedisKeyRingStore(
    [FromKeyedServices(LocalStore.Key)] IKeyRingStore local,
    RedisLink link,
    RedisRecovery recovery,
    RedisKeyRingBacklog backlog,
    ILogger<RedisKeyRingStore> logger) : IKeyRingStore
{
    public IReadOnlyDictionary<string, string> ReadAll()
    {
        var keys = new Dictionary<string, string>(local.ReadAll(), StringComparer.Ordinal);
        if (Wait(() => link.ReadAsync("read_keys", RedisKeyRingLayout.ReadAsync, null, CancellationToken.None)) is not { } stored)
        {
            return keys;
        }

        foreach (var (name, xml) in stored)
        {
            if (keys.GetValueOrDefault(name) != xml && !backlog.IsWaiting(name))
            {
                keys[name] = xml;
                KeepLocally(name, xml);
            }
        }

        if (keys.Count > stored.Count)
        {
            recovery.Start();
        }

        return keys;
    }

    public void Write(string name, string xml)
    {
        local.Write(name, xml);
        backlog.Add(name, xml);
        if (Wait(() => link.TryWriteAsync("write_key", database => RedisKeyRingLayout.WriteAsync(database, [new(name, xml)]))))
        {
            backlog.Remove(name, xml);
        }
        else
        {
            recovery.Start();
        }
    }

    /// <summary>Blocks, as the contract asks for; no longer than a command may take. On a thread of the pool, which no context waits for.</summary>
    private static T Wait<T>(Func<Task<T>> ask) => Task.Run(ask).GetAwaiter().GetResult();

    private void KeepLocally(string name, string xml)
    {
        try
        {
            local.Write(name, xml);
        }
        catch (Exception exception) when (exception is IOException or ArgumentException)
        {
            logger.KeyNotCopied(exception.Message);
        }
    }
}
