using NodaTime;

namespace RenderSignal;

/// <summary>A mail that was sent, as <see cref="ISendRateStore"/> counts it.</summary>
/// <param name="EmailId">Its id.</param>
/// <param name="SentAt">When it was sent the last time.</param>
public sealed record SendEntry(string EmailId, Instant SentAt);
