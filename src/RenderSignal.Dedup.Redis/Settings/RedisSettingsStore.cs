using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using StackExchange.Redis;

namespace RenderSignal.Dedup.Redis;

/// <summary>
/// Settings on Redis, asked anew each time. The local store keeps a copy of what was last seen there and is read while Redis is away;
/// changes are refused then, for two servers that each change their own copy would contradict each other.
/// </summary>
internal sealed class RedisSettingsStore(
    [FromKeyedServices(LocalStore.Key)] ISettingsStore local,
    RedisLink link,
    RedisRecovery recovery,
    RedisSettingsBacklog backlog,
    SettingsCopy copy) : ISettingsStore, IDisposable
{
    /// <summary>Only other processes can come in between, and of those that write at once one always succeeds.</summary>
    private const int MostTries = 50;

    private readonly SemaphoreSlim _gate = new(1, 1);

    public async ValueTask<JsonObject?> ReadAsync(SettingsDocument document, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            return await ReadInTurnAsync(document, cancellationToken);
        }
        finally
        {
            _gate.Release();
        }
    }

    public async ValueTask<JsonObject> UpdateAsync(SettingsDocument document, Action<JsonObject> change, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            return await UpdateInTurnAsync(document, change, cancellationToken);
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();

    private async Task<JsonObject?> ReadInTurnAsync(SettingsDocument document, CancellationToken cancellationToken)
    {
        var stored = await GetAsync(document, cancellationToken);
        if (stored is { IsNull: false } text)
        {
            var content = RedisSettingsLayout.Parse(document, text);
            await copy.KeepAsync(document, text, content, cancellationToken);
            return content;
        }

        copy.Doubt(document);
        var own = await local.ReadAsync(document, cancellationToken);
        if (stored is not null && own is not null)
        {
            recovery.Start(); // Redis is there without this document: the backlog gives it.
        }

        return own;
    }

    private async Task<JsonObject> UpdateInTurnAsync(SettingsDocument document, Action<JsonObject> change, CancellationToken cancellationToken)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            var read = await GetAsync(document, cancellationToken) ?? throw Away();
            var content = read.IsNull
                ? await local.ReadAsync(document, cancellationToken) ?? []
                : RedisSettingsLayout.Parse(document, read);
            change(content);
            if (await SwapAsync(document, read, RedisSettingsLayout.Text(content)))
            {
                await copy.KeepAsync(document, RedisSettingsLayout.Text(content), content, CancellationToken.None);
                return content;
            }
        }

        throw new IOException(
            $"The key {RedisSettingsLayout.KeyOf(document)} on Redis was changed by others {MostTries} times while a change was made; nothing was stored. Try again.");
    }

    private Task<RedisValue?> GetAsync(SettingsDocument document, CancellationToken cancellationToken) => link.ReadAsync<RedisValue?>(
        "read_settings", async database => await RedisSettingsLayout.GetAsync(database, document), null, cancellationToken);

    private async Task<bool> SwapAsync(SettingsDocument document, RedisValue read, RedisValue text)
    {
        backlog.Asked(document);
        var swapped = await link.WriteAsync<bool?>(
            "write_settings", async database => await RedisSettingsLayout.SwapAsync(database, document, read, text), null);
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
