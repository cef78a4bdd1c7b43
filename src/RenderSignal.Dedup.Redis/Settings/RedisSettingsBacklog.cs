using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using StackExchange.Redis;

namespace RenderSignal.Dedup.Redis;

/// <summary>Gives Redis the documents that it does not have: those of a site that begins with Redis, and those of a Redis that lost them.</summary>
internal sealed class RedisSettingsBacklog(
    [FromKeyedServices(LocalStore.Key)] ISettingsStore local, ILogger<RedisSettingsBacklog> logger) : IRedisBacklog
{
    private static readonly SettingsDocument[] Documents = Enum.GetValues<SettingsDocument>();

    private object? _asked;

    public bool IsEmpty => Volatile.Read(ref _asked) is null;

    /// <summary>A document is about to be written. Until Redis took it, an outage is not over before Redis would take it.</summary>
    public void Asked(SettingsDocument document) => Volatile.Write(ref _asked, document);

    /// <summary>Redis answered.</summary>
    public void Answered() => Volatile.Write(ref _asked, null);

    // What is no settings document is for its reader to complain of: Redis is there.
    public Task CheckAsync(IDatabase database) => RedisSettingsLayout.GetAsync(database, Documents);

    public async Task WriteBackAsync(IDatabase database, Action<int> written, CancellationToken stopping)
    {
        foreach (var document in Documents)
        {
            stopping.ThrowIfCancellationRequested();
            if (await FindAsync(document) is { } content && await RedisSettingsLayout.AddAsync(database, document, content))
            {
                logger.SettingsRestored(document.StoredName(), RedisSettingsLayout.KeyOf(document));
                written(1);
            }
        }

        if (Volatile.Read(ref _asked) is SettingsDocument asked)
        {
            await RedisSettingsLayout.ProbeAsync(database, asked);
            Answered();
        }
    }

    private async Task<JsonObject?> FindAsync(SettingsDocument document)
    {
        try
        {
            return await local.ReadAsync(document, CancellationToken.None);
        }
        catch (SettingsDocumentException)
        {
            return null; // As above.
        }
    }
}
