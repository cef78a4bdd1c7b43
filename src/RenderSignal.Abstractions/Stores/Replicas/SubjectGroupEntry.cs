using NodaTime;

namespace RenderSignal;

/// <summary>A subject group of which a mail was sent, as <see cref="IDedupStore"/> remembers it.</summary>
/// <param name="GroupId">The group, scoped by month.</param>
/// <param name="ProcessedAt">When the mail was sent.</param>
/// <param name="ExpiresAt">When the group is forgotten; null: after the store's own retention.</param>
public sealed record SubjectGroupEntry(string GroupId, Instant ProcessedAt, Instant? ExpiresAt);
