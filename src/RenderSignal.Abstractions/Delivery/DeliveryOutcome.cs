using NodaTime;

namespace RenderSignal;

/// <summary>How a delivery went.</summary>
/// <param name="Accepted">Whether the receiver took the mail, so that it can be acknowledged.</param>
/// <param name="Log">One entry for each send, in order. A copy that followed (the mirror) has an entry of its own.</param>
public sealed record DeliveryOutcome(bool Accepted, IReadOnlyList<WebhookLogEntry> Log)
{
    /// <summary>Before when the receiver does not want to hear of this mail again (<c>Retry-After</c>, RFC 9110 section 10.2.3); null: the next cycle may try.</summary>
    public Instant? NotBefore { get; init; }

    /// <summary>Why the receiver did not take the mail: what the last send says; null: it took it, or no reason was given.</summary>
    public string? Error => !Accepted && Log is [.., var last] ? last.Error : null;
}
