using System.Text.Json;

namespace RenderSignal.Dedup.Redis;

/// <summary>What one server tells the others. A hint: what matters is read from where it is stored.</summary>
/// <param name="From">The process that tells it, as a random id.</param>
/// <param name="Kind">What it tells.</param>
/// <param name="Event">For <see cref="NoticeKind.Activity"/>: the <see cref="ActivityEvent"/>.</param>
internal sealed record Notice(string From, NoticeKind Kind, JsonElement? Event = null);
