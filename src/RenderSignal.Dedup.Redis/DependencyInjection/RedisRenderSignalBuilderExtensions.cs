using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NodaTime;
using RenderSignal;
using RenderSignal.Dedup.Redis;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Puts on Redis what many servers share.</summary>
public static class RedisRenderSignalBuilderExtensions
{
    /// <summary>
    /// Keeps what servers share on the Redis that <c>REDIS_URL</c> names: processed mails and subject groups, sends of the last hour, retries,
    /// settings, session keys, failures to sign in, the ledger and the webhook log. The stores that are registered so far stand in while Redis
    /// is away. A lease on Redis decides which of all servers polls the mailbox, and a mail is claimed there before it is sent, unless
    /// <see cref="RedisOptions.LeaseDuration"/> is zero. All stays as it is registered when nothing says where Redis is.
    /// May be called more than once.
    /// </summary>
    /// <param name="builder">What <c>AddRenderSignal</c> returned.</param>
    /// <exception cref="InvalidOperationException">No store is registered yet.</exception>
    public static RenderSignalBuilder AddRedis(this RenderSignalBuilder builder) => builder.AddRedis(_ => { });

    /// <summary>As <see cref="AddRedis(RenderSignalBuilder)"/>.</summary>
    /// <param name="builder">What <c>AddRenderSignal</c> returned.</param>
    /// <param name="configure">Changes what the environment says.</param>
    /// <exception cref="InvalidOperationException">No store is registered yet.</exception>
    public static RenderSignalBuilder AddRedis(this RenderSignalBuilder builder, Action<RedisOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        var services = builder.Services;
        LocalStore.PutInFront<IDedupStore, RedisDedupStore>(services);
        LocalStore.PutInFront<ISendRateStore, RedisSendRateStore>(services);
        LocalStore.PutInFront<IRetryStore, RedisRetryStore>(services);
        LocalStore.PutInFront<ISettingsStore, RedisSettingsStore>(services);
        LocalStore.PutInFront<IKeyRingStore, RedisKeyRingStore>(services);
        LocalStore.PutInFront<ISignInFailureStore, RedisSignInFailureStore>(services);
        LocalStore.PutInFront<ILedger, RedisLedger>(services);

        services.AddOptions<RedisOptions>().ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IConfigureOptions<RedisOptions>, ConfigureRedisOptions>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<RedisOptions>, ValidateRedisOptions>());
        services.Configure(configure);
        services.TryAddSingleton<IClock>(SystemClock.Instance);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<ComponentBoard>();
        services.TryAddSingleton<RedisMetrics>();
        services.TryAddSingleton<RedisConnection>();
        services.TryAddSingleton<RedisOutage>();
        services.TryAddSingleton<RedisRecovery>();
        services.TryAddSingleton<RedisLink>();
        AddReplication(services);
        services.TryAddSingleton(CreateJournal);
        services.TryAddSingleton<RedisIdLayout>();
        services.TryAddSingleton<RedisGroupLayout>();
        services.TryAddSingleton<RedisOldSets>();
        services.TryAddSingleton<RedisSendLayout>();
        services.TryAddSingleton<RedisRetryLayout>();
        AddBacklog<RedisPendingBacklog>(services);
        services.TryAddSingleton<SettingsCopy>();
        services.TryAddSingleton<SettingsNews>();
        services.TryAddSingleton<RedisSettingsLayout>();
        AddBacklog<RedisSettingsBacklog>(services);
        AddBacklog<RedisKeyRingBacklog>(services);
        services.TryAddSingleton<RedisLedgerLayout>();
        services.TryAddSingleton<RedisLedgerReader>();
        AddBacklog<RedisLedgerBacklog>(services);
        services.TryAddSingleton<LeaseHolder>();
        services.TryAddSingleton<CurrentLease>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPollerLock, RedisPollerLock>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<ISendClaims, RedisSendClaims>());
        AddBacklog<RedisSignInBacklog>(services);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, RedisStart>());
        AddNotices(services);
        return builder;
    }

    /// <summary>As <see cref="AddRedis(RenderSignalBuilder)"/>, with a Redis that the environment cannot change.</summary>
    /// <param name="builder">What <c>AddRenderSignal</c> returned.</param>
    /// <param name="url">As <see cref="RedisOptions.Url"/>.</param>
    /// <exception cref="ArgumentException">The URL is empty.</exception>
    /// <exception cref="InvalidOperationException">No store is registered yet.</exception>
    public static RenderSignalBuilder AddRedis(this RenderSignalBuilder builder, string url)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(url);
        return builder.AddRedis(options => options.Url = url);
    }

    /// <summary>As itself, for the store that fills it, and as a backlog.</summary>
    private static void AddBacklog<TBacklog>(IServiceCollection services)
        where TBacklog : class, IRedisBacklog
    {
        services.TryAddSingleton<TBacklog>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IRedisBacklog, TBacklog>(provider => provider.GetRequiredService<TBacklog>()));
    }

    /// <summary>What servers tell each other.</summary>
    private static void AddNotices(IServiceCollection services)
    {
        services.TryAddSingleton<NoticeChannel>();
        services.TryAddSingleton<NoticeSender>();
        services.TryAddSingleton<SettingsNotices>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<INoticeReader, SettingsNotices>(provider => provider.GetRequiredService<SettingsNotices>()));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<INoticeReader, ActivityNotices>());
        services.TryAddSingleton<CycleRequests>();
        services.TryAddSingleton<ICycleRequests>(provider => provider.GetRequiredService<CycleRequests>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<INoticeReader, CycleRequests>(provider => provider.GetRequiredService<CycleRequests>()));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, SettingsNotices>(provider => provider.GetRequiredService<SettingsNotices>()));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, NoticeListener>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, ActivityRelay>());
    }

    private static void AddReplication(IServiceCollection services)
    {
        services.TryAddSingleton<RedisGeneration>();
        services.TryAddSingleton<RedisReplication>();
        services.TryAddSingleton<RedisCatchUp>();
        services.TryAddSingleton(provider => new ReplicationFile(
            DataPath(provider, "redis_replication.json"), provider.GetServices<IRedisReplica>().All(replica => replica.IsDurable)));
        services.TryAddEnumerable(
        [
            ServiceDescriptor.Singleton<IRedisReplica, RedisIdReplica>(),
            ServiceDescriptor.Singleton<IRedisReplica, RedisGroupReplica>(),
            ServiceDescriptor.Singleton<IRedisReplica, RedisSendReplica>(),
            ServiceDescriptor.Singleton<IRedisReplica, RedisRetryReplica>(),
        ]);
    }

    private static PendingJournal CreateJournal(IServiceProvider provider) => new(
        DataPath(provider, "redis_pending.jsonl"), provider.GetRequiredService<ILogger<PendingJournal>>());

    private static string DataPath(IServiceProvider provider, string fileName) =>
        Path.Combine(provider.GetRequiredService<IOptions<RenderSignalOptions>>().Value.DataDirectory, fileName);
}
