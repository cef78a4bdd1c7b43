using System.Text.Json;

namespace RenderSignal.Dedup.Redis;

/// <summary>What one server tells the others. A hint: what matters is read from where it is stored.</summary>
/// <param name="Kind">What it tells.</param>
internal sealed record Notice(NoticeKind Kind)
{
    /// <summary>The process that tells it, as a random id.</summary>
    public string From { get; init; } = "";

    /// <summary>For <see cref="NoticeKind.Activity"/>: the <see cref="ActivityEvent"/>.</summary>
    public JsonElement? Event { get; init; }

    /// <summary>For <see cref="NoticeKind.Cycle"/>: which mailbox is to be polled, as <see cref="IPollerLock"/> names it.</summary>
    public string? Mailbox { get; init; }
}
