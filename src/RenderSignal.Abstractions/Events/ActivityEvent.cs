using System.Text.Json.Serialization;

namespace RenderSignal;

/// <summary>Something that happened: to a mail, or to the settings.</summary>
/// <param name="Id">What to resume after; see <see cref="ActivityFeed.ReadAsync"/>.</param>
/// <param name="Type">What it tells.</param>
public sealed record ActivityEvent([property: JsonRequired] string Id, [property: JsonRequired] ActivityEventType Type)
{
    /// <summary>The mail as the ledger has it now; null for <see cref="ActivityEventType.Settings"/> and <see cref="ActivityEventType.Reset"/>.</summary>
    public LedgerRecord? Email { get; init; }

    /// <summary>For <see cref="ActivityEventType.Delivery"/>: the send.</summary>
    public WebhookLogEntry? Delivery { get; init; }

    /// <summary>For <see cref="ActivityEventType.Settings"/>: the document.</summary>
    public SettingsDocument? Document { get; init; }

    /// <summary>For <see cref="ActivityEventType.Settings"/>: the version that the document has now.</summary>
    public string? Version { get; init; }

    /// <summary>Whether it is told only here, because the other processes know it by themselves: see <see cref="ActivityFeed.Relay"/>.</summary>
    [JsonIgnore]
    public bool IsRelayed { get; init; }
}
