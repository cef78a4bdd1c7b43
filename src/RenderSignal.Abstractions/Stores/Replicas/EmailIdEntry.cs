using NodaTime;

namespace RenderSignal;

/// <summary>A mail that is done, as <see cref="IDedupStore"/> remembers it.</summary>
/// <param name="EmailId">Its id.</param>
/// <param name="ProcessedAt">When it was done, to the second.</param>
public sealed record EmailIdEntry(string EmailId, Instant ProcessedAt);
