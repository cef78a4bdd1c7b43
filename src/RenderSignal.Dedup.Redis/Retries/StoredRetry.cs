namespace RenderSignal.Dedup.Redis;

/// <summary>A state as it stands on Redis; the times are ISO 8601, to the nanosecond.</summary>
internal sealed record StoredRetry(int Failures, string NotBefore, string? Since);
