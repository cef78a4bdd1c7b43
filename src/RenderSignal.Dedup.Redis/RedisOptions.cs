using StackExchange.Redis;

namespace RenderSignal.Dedup.Redis;

/// <summary>
/// Which Redis is used, and under which keys (REFERENCE section 5). The server is named by <see cref="Url"/>, <see cref="Configuration"/>
/// or <see cref="ConnectionFactory"/>; of several the last in this order wins. With none of them the local store stays in use by itself.
/// </summary>
public sealed class RedisOptions
{
    /// <summary>What follows the key of a set of the reference in the key of the set that takes its place.</summary>
    internal const string ByTime = ":by_time";

    /// <summary>
    /// <c>redis://[user]:password@host:port/db</c>, <c>rediss://…</c> for TLS, or a configuration string of StackExchange.Redis
    /// (<c>REDIS_URL</c>). Of a URL's parameters <c>db</c> is read; the others tune the reference's client and are ignored.
    /// </summary>
    public string? Url { get; set; }

    /// <summary>
    /// The connection in StackExchange.Redis's own terms. A copy is used in which commands fail fast (<see cref="CommandTimeout"/>, no
    /// backlog) and a lost server is looked for every <see cref="ProbeInterval"/>; for full control set <see cref="ConnectionFactory"/>.
    /// </summary>
    public ConfigurationOptions? Configuration { get; set; }

    /// <summary>Gives a connection that the application made and disposes itself. Asked again after it threw.</summary>
    public Func<IServiceProvider, Task<IConnectionMultiplexer>>? ConnectionFactory { get; set; }

    /// <summary>
    /// What stands before each key and channel (<c>RENDERSIGNAL_REDIS_KEY_PREFIX</c>), so that several installations share a Redis without
    /// meeting. Default: nothing, as the reference's keys.
    /// </summary>
    public string KeyPrefix { get; set; } = "";

    /// <summary>
    /// The reference's set of email ids that are done (<c>PROCESSED_EMAIL_IDS_REDIS_KEY</c>). It is read; new ids go to a set by time, whose
    /// key is this and <c>:by_time</c>.
    /// </summary>
    public string ProcessedEmailIdsKey { get; set; } = "r:ss:processed_email_ids:v1";

    /// <summary>
    /// The reference's set of subject groups that are done and have no lifetime (<c>PROCESSED_SUBJECT_GROUPS_REDIS_KEY</c>). It is read; new
    /// groups get a key that expires, and are listed in a set by time, whose key is this and <c>:by_time</c>.
    /// </summary>
    public string ProcessedSubjectGroupsKey { get; set; } = "r:ss:processed_subject_groups:v1";

    /// <summary>What stands before a subject group in the key that expires with it (<c>SUBJECT_GROUP_REDIS_PREFIX</c>).</summary>
    public string SubjectGroupPrefix { get; set; } = "r:ss:subject_group_ttl:";

    /// <summary>
    /// How long a call waits for Redis before the local store carries on (<c>RENDERSIGNAL_REDIS_TIMEOUT_MS</c>):
    /// 100 ms to 1 minute. Default: 1 s. While Redis is known to be away no call waits. Opening the connection may take 5 s before Redis
    /// counts as away, and calls wait no longer for that.
    /// </summary>
    public TimeSpan CommandTimeout { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How often a Redis that is away is asked whether it is back: 100 ms to 1 minute. Default: 1 s.</summary>
    public TimeSpan ProbeInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// How long the lease on the mailbox lasts without being renewed (<c>RENDERSIGNAL_REDIS_LEASE_SECONDS</c>), 5 seconds to 1 minute: after a
    /// crash another server takes over within this time and about a second. <see cref="TimeSpan.Zero"/>: there is no lease, and a lock file
    /// decides who polls, which is for one server only; it then goes on sending however long Redis is away. Default: 10 s.
    /// </summary>
    public TimeSpan LeaseDuration { get; set; } = TimeSpan.FromSeconds(10);

    internal bool UsesLease => IsConfigured && LeaseDuration > TimeSpan.Zero;

    internal bool IsConfigured => ConnectionFactory is not null || Configuration is not null || !string.IsNullOrWhiteSpace(Url);
}
