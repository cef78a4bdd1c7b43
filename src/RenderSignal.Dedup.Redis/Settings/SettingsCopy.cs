using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using StackExchange.Redis;

namespace RenderSignal.Dedup.Redis;

/// <summary>What was last seen on Redis, kept in the local store, which is written only when that changed. Not safe for concurrent use.</summary>
internal sealed class SettingsCopy([FromKeyedServices(LocalStore.Key)] ISettingsStore local, ILogger<SettingsCopy> logger)
{
    private readonly Dictionary<SettingsDocument, RedisValue> _kept = [];
    private readonly HashSet<SettingsDocument> _failed = [];

    /// <summary>Makes the copy the same as what is on Redis. A local store that fails is told once, and tried again the next time.</summary>
    public async Task KeepAsync(SettingsDocument document, RedisValue text, JsonObject content, CancellationToken cancellationToken)
    {
        if (_kept.TryGetValue(document, out var kept) && kept == text)
        {
            return;
        }

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

    /// <summary>The local store was used without Redis, and may have been changed by hand: the next copy compares.</summary>
    public void Doubt(SettingsDocument document) => _kept.Remove(document);

    private static void Replace(JsonObject copy, JsonObject content)
    {
        copy.Clear();
        foreach (var (field, value) in content)
        {
            copy[field] = value?.DeepClone();
        }
    }
}
