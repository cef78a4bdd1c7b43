using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using StackExchange.Redis;

namespace RenderSignal.Dedup.Redis;

/// <summary>
/// Settings on Redis, asked anew each time, in one round trip for all of them. The local store keeps a copy of what was last seen there
/// and is read while Redis is away; changes are refused then, for two servers that each change their own copy would contradict each other.
/// </summary>
internal sealed class RedisSettingsStore(
    [FromKeyedServices(LocalStore.Key)] ISettingsStore local,
    RedisLink link,
    RedisRecovery recovery,
    RedisSettingsBacklog backlog,
    RedisSettingsLayout layout,
    SettingsCopy copy,
    SettingsNews news) : ISettingsStore, IDisposable
{
    /// <summary>Only other processes can come in between, and of those that write at once one always succeeds.</summary>
    private const int MostTries = 50;

    private static readonly SettingsDocument[] Documents = Enum.GetValues<SettingsDocument>();

    private readonly SemaphoreSlim _writers = new(1, 1);

    public async ValueTask<JsonObject?> ReadAsync(SettingsDocument document, CancellationToken cancellationToken)
    {
        var reading = (await ReadAsync([document], cancellationToken))[document];
        return reading.Failure is { } failure ? throw failure : reading.Content;
    }

    public async ValueTask<IReadOnlyDictionary<SettingsDocument, SettingsReading>> ReadAllAsync(CancellationToken cancellationToken) =>
        await ReadAsync(Documents, cancellationToken);

    public async ValueTask<JsonObject> UpdateAsync(SettingsDocument document, Action<JsonObject> change, CancellationToken cancellationToken)
    {
        await _writers.WaitAsync(cancellationToken);
        try
        {
            return await UpdateInTurnAsync(document, change, cancellationToken);
        }
        finally
        {
            _writers.Release();
        }
    }

    public void Dispose() => _writers.Dispose();

    private async Task<Dictionary<SettingsDocument, SettingsReading>> ReadAsync(SettingsDocument[] documents, CancellationToken cancellationToken)
    {
        var place = copy.NextPlace();
        var stored = await GetAsync(documents, cancellationToken);
        var readings = new Dictionary<SettingsDocument, SettingsReading>();
        for (var i = 0; i < documents.Length; i++)
        {
            try
            {
                readings[documents[i]] = new(await UnderstandAsync(documents[i], stored?[i], place, cancellationToken));
            }
            catch (SettingsDocumentException exception)
            {
                readings[documents[i]] = new(Content: null, exception);
            }
        }

        return readings;
    }

    private async Task<JsonObject?> UnderstandAsync(SettingsDocument document, StoredSettings? stored, long place, CancellationToken cancellationToken)
    {
        if (stored?.Content(document) is { } content)
        {
            await copy.KeepAsync(document, stored.Text, content, place, cancellationToken);
            return content;
        }

        await copy.DoubtAsync(document, cancellationToken);
        var own = await local.ReadAsync(document, cancellationToken);
        if (stored is not null)
        {
            await copy.MissAsync(document, own, place, cancellationToken);
            if (own is not null)
            {
                recovery.Start(); // Redis is there without this document: the backlog gives it.
            }
        }

        return own;
    }

    private async Task<JsonObject> UpdateInTurnAsync(SettingsDocument document, Action<JsonObject> change, CancellationToken cancellationToken)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            var read = (await GetAsync([document], cancellationToken) ?? throw Away())[0];
            var content = read.Content(document) ?? await local.ReadAsync(document, cancellationToken) ?? [];
            change(content);
            if (await SwapAsync(document, read.Text, content))
            {
                await copy.KeepAsync(document, RedisSettingsLayout.Text(content), content, copy.NextPlace(), CancellationToken.None);
                return content;
            }
        }

        throw new IOException(
            $"The key {RedisSettingsLayout.KeyOf(document)} on Redis was changed by others {MostTries} times while a change was made; nothing was stored. Try again.");
    }

    private Task<StoredSettings[]?> GetAsync(SettingsDocument[] documents, CancellationToken cancellationToken) => link.ReadAsync<StoredSettings[]?>(
        "read_settings", async database => await RedisSettingsLayout.GetAsync(database, documents), null, cancellationToken);

    private async Task<bool> SwapAsync(SettingsDocument document, RedisValue read, JsonObject content)
    {
        backlog.Asked(document);
        news.Writes(document, SettingsVersion.Of(content));
        var swapped = await link.WriteAsync<bool?>(
            "write_settings", async database => await layout.SwapAsync(database, document, read, RedisSettingsLayout.Text(content)), null);
        if (swapped != true)
        {
            news.WroteNot(document);
        }

        if (swapped is null)
        {
            throw Away();
        }

        backlog.Answered();
        return swapped.Value;
    }

    private static IOException Away() => new(
        "Redis is away or takes no writes, so settings cannot be changed now; those last seen there stay in force. Try again when it is back.");
}
