using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using StackExchange.Redis;

namespace RenderSignal.Dedup.Redis;

/// <summary>What was last seen on Redis, kept in the local store, which is written only when that changed. Safe for concurrent use.</summary>
internal sealed class SettingsCopy(
    [FromKeyedServices(LocalStore.Key)] ISettingsStore local, SettingsNews news, ILogger<SettingsCopy> logger) : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly Dictionary<SettingsDocument, RedisValue> _kept = [];
    private readonly Dictionary<SettingsDocument, long> _places = [];
    private readonly HashSet<SettingsDocument> _failed = [];
    private long _place;

    /// <summary>A place in the order of what is seen: to be taken before Redis is asked, or after it was told.</summary>
    public long NextPlace() => Interlocked.Increment(ref _place);

    /// <summary>
    /// Makes the copy the same as what is on Redis, unless something that was seen later is kept already. A local store that fails is
    /// told once, and tried again the next time.
    /// </summary>
    public async Task KeepAsync(SettingsDocument document, RedisValue text, JsonObject content, long place, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (TakePlace(document, place) && (!_kept.TryGetValue(document, out var kept) || kept != text))
            {
                news.Seen(document, content);
                await KeepAsync(document, text, content, cancellationToken);
            }
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>The local store was used without Redis, and may have been changed by hand: the next copy compares.</summary>
    public async Task DoubtAsync(SettingsDocument document, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            _kept.Remove(document);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Redis has no such document, and what the local store has is in force.</summary>
    public async Task MissAsync(SettingsDocument document, JsonObject? inForce, long place, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (TakePlace(document, place))
            {
                news.Seen(document, inForce);
            }
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();

    private bool TakePlace(SettingsDocument document, long place)
    {
        if (place < _places.GetValueOrDefault(document))
        {
            return false;
        }

        _places[document] = place;
        return true;
    }

    private async Task KeepAsync(SettingsDocument document, RedisValue text, JsonObject content, CancellationToken cancellationToken)
    {
        try
        {
            if (!JsonNode.DeepEquals(await local.ReadAsync(document, cancellationToken), content))
            {
                await local.UpdateAsync(document, copy => Replace(copy, content), cancellationToken);
            }

            _kept[document] = text;
            _failed.Remove(document);
        }
        catch (Exception exception) when (exception is IOException or SettingsDocumentException)
        {
            if (_failed.Add(document))
            {
                logger.SettingsNotCopied(document.StoredName(), exception.Message);
            }
        }
    }

    private static void Replace(JsonObject copy, JsonObject content)
    {
        copy.Clear();
        foreach (var (field, value) in content)
        {
            copy[field] = value?.DeepClone();
        }
    }
}
