namespace RenderSignal.Chaos.Tests;

/// <summary>What a cluster is made of.</summary>
internal sealed record ClusterPlan
{
    /// <summary>How many servers; the first is called A.</summary>
    public int Servers { get; init; } = 3;

    /// <summary>How long a server waits for the receiver's answer.</summary>
    public int WebhookTimeoutSeconds { get; init; } = 4;

    /// <summary>How long the lease lasts without being renewed.</summary>
    public int LeaseSeconds { get; init; } = 10;

    /// <summary>How long a server waits for an answer of Redis.</summary>
    public int RedisTimeoutMs { get; init; } = 1000;

    /// <summary>Whether Redis has its data again when it is started again.</summary>
    public bool KeepsData { get; init; } = true;

    /// <summary>Whether a second Redis follows the first, and the servers know of both.</summary>
    public bool HasReplica { get; init; }

    /// <summary>Whether each server reaches Redis through a proxy of its own.</summary>
    public bool IsBehindProxies { get; init; }
}
