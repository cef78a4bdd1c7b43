namespace RenderSignal;

/// <summary>A mail on its way out.</summary>
public sealed record DeliveryRequest
{
    /// <summary>The mail's envelope.</summary>
    public required EmailEnvelope Email { get; init; }

    /// <summary>The mail's text: <see cref="EmailBody.Content"/>.</summary>
    public required string Content { get; init; }

    /// <summary>The delivery links of the text.</summary>
    public required IReadOnlyList<DeliveryLink> Links { get; init; }

    /// <summary>What the mail was recognised as; null for an ordinary mail.</summary>
    public Detection? Detection { get; init; }

    /// <summary>The <c>webhooks_time_start</c> to send; null leaves it out.</summary>
    public string? WindowStart { get; init; }

    /// <summary>The <c>webhooks_time_end</c> to send; null leaves it out.</summary>
    public string? WindowEnd { get; init; }

    /// <summary>The settings in force for this mail.</summary>
    public required RenderSignalSettings Settings { get; init; }

    /// <summary>Whether somebody wants it sent now, beside the poll cycles: then no cycle tries again what fails.</summary>
    public bool IsByHand { get; init; }

    /// <summary>
    /// The right to send this mail, where several servers share the work; null: there is nothing to ask. A target whose requests may take
    /// longer than <see cref="ISendClaim.FirstTerm"/>, or that makes several, calls <see cref="ISendClaim.RenewAsync"/> before each.
    /// </summary>
    public ISendClaim? Claim { get; init; }

    /// <summary>
    /// The idempotency key of a send of this mail by a route: the same on every try, after every restart, on every server.
    /// Sent as <c>webhook-id</c> (Standard Webhooks), which must not contain a full stop.
    /// </summary>
    public string WebhookIdFor(string route) => $"msg_{Email.Id}_{route}";
}
