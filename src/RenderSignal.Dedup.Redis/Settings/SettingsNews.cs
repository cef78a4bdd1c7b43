using System.Text.Json.Nodes;

namespace RenderSignal.Dedup.Redis;

/// <summary>Tells this server's readers of documents that somebody else changed: another server, or a person at Redis.</summary>
internal sealed class SettingsNews(ActivityFeed feed)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<SettingsDocument, string> _seen = [];
    private readonly Dictionary<SettingsDocument, string> _own = [];

    /// <summary>This server is about to store a document, of which <see cref="ISettingsEditor"/> tells itself.</summary>
    public void Writes(SettingsDocument document, string version)
    {
        lock (_gate)
        {
            _own[document] = version;
        }
    }

    /// <summary>It was not stored, as far as is known.</summary>
    public void WroteNot(SettingsDocument document)
    {
        lock (_gate)
        {
            _own.Remove(document);
        }
    }

    /// <summary>This is in force, and is not what was there before. What is met first is news to nobody.</summary>
    public void Seen(SettingsDocument document, JsonObject? content)
    {
        var version = SettingsVersion.Of(content);
        lock (_gate)
        {
            var isFirst = !_seen.TryGetValue(document, out var before);
            _seen[document] = version;
            if (isFirst || before == version || _own.GetValueOrDefault(document) == version)
            {
                return;
            }

            _own.Remove(document);
        }

        feed.Publish(document, version);
    }
}
