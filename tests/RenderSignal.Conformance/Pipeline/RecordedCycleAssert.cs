using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;

namespace RenderSignal.Conformance;

/// <summary>Compares what a cycle left behind with what was recorded.</summary>
internal sealed class RecordedCycleAssert(IServiceProvider services, RecordedCycle recorded)
{
    private readonly IDedupStore _dedup = services.GetRequiredService<IDedupStore>();
    private readonly ILedger _ledger = services.GetRequiredService<ILedger>();
    private readonly Dictionary<string, int> _logged = recorded.EmailIds.Distinct().ToDictionary(id => id, _ => 0);

    public async Task MatchesAsync(JsonObject expected, JsonArray posts, IEnumerable<bool> seen)
    {
        Equal(expected["posts"], posts);
        Equal(expected["processed"], new JsonArray([.. await ProcessedAsync()]));
        Equal(expected["seen"], new JsonArray([.. seen.Select(flag => (JsonNode)flag)]));
        Equal(expected["log"], new JsonArray([.. await NewLogEntriesAsync()]));
    }

    private static void Equal(JsonNode? expected, JsonNode actual)
    {
        if (!JsonNode.DeepEquals(expected, actual))
        {
            Assert.Equal(expected?.ToJsonString(Readable), actual.ToJsonString(Readable));
            Assert.Fail("The two differ in the kind of a number or the order of a list only.");
        }
    }

    private static readonly System.Text.Json.JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private async Task<List<JsonNode>> ProcessedAsync()
    {
        var processed = new List<JsonNode>();
        foreach (var id in recorded.EmailIds)
        {
            processed.Add(await _dedup.IsProcessedAsync(id, TestContext.Current.CancellationToken));
        }

        return processed;
    }

    /// <summary>The entries since the last cycle, as they were written: the clock moves on with every look at it.</summary>
    private async Task<IEnumerable<JsonNode>> NewLogEntriesAsync()
    {
        var entries = new List<WebhookLogEntry>();
        foreach (var id in _logged.Keys)
        {
            var log = (await _ledger.FindAsync(id, TestContext.Current.CancellationToken))?.Log ?? [];
            entries.AddRange(log.Skip(_logged[id]));
            _logged[id] = log.Count;
        }

        return entries.Where(entry => entry.Type == WebhookLogType.Custom).OrderBy(entry => entry.Timestamp).Select(ToJson);
    }

    private static JsonObject ToJson(WebhookLogEntry entry) => new()
    {
        ["type"] = entry.Type,
        ["status"] = entry.Status,
        ["status_code"] = entry.StatusCode,
    };
}
