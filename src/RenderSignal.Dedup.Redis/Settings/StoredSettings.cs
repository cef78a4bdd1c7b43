using System.Text.Json.Nodes;
using StackExchange.Redis;

namespace RenderSignal.Dedup.Redis;

/// <summary>What Redis has under the key of a document.</summary>
/// <param name="Text">The text; null when there is none.</param>
/// <param name="Failure">Why it is no text; null: it is.</param>
internal sealed record StoredSettings(RedisValue Text, SettingsDocumentException? Failure = null)
{
    /// <summary>The document; null when there is none.</summary>
    /// <exception cref="SettingsDocumentException">It is no JSON object.</exception>
    public JsonObject? Content(SettingsDocument document) =>
        Failure is not null ? throw Failure : Text.IsNull ? null : RedisSettingsLayout.Parse(document, Text);
}
