using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NodaTime;
using RenderSignal;
using RenderSignal.Dedup.Redis;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Puts RenderSignal's memory on Redis.</summary>
public static class RedisRenderSignalBuilderExtensions
{
    /// <summary>
    /// Remembers processed mails and subject groups on Redis, with the store that is registered so far as the stand-in while Redis is
    /// away. Leaves that store alone when neither <c>REDIS_URL</c> nor <paramref name="configure"/> says where Redis is.
    /// </summary>
    /// <param name="builder">What <c>AddRenderSignal</c> returned.</param>
    /// <param name="configure">Changes what the environment says.</param>
    /// <exception cref="InvalidOperationException">No store is registered yet.</exception>
    public static RenderSignalBuilder AddRedis(this RenderSignalBuilder builder, Action<RedisDedupOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        LocalStore.PutInFront<IDedupStore>(services, provider => IsConfigured(provider)
            ? provider.GetRequiredService<RedisDedupStore>()
            : provider.GetRequiredKeyedService<IDedupStore>(LocalStore.Key));

        services.AddOptions<RedisDedupOptions>().ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IConfigureOptions<RedisDedupOptions>, ConfigureRedisDedupOptions>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<RedisDedupOptions>, ValidateRedisDedupOptions>());
        if (configure is not null)
        {
            services.Configure(configure);
        }

        services.TryAddSingleton<IClock>(SystemClock.Instance);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<RedisMetrics>();
        services.TryAddSingleton<RedisConnection>();
        services.TryAddSingleton<RedisOutage>();
        services.TryAddSingleton<RedisRecovery>();
        services.TryAddSingleton<RedisLink>();
        services.TryAddSingleton(CreateJournal);
        services.TryAddSingleton<RedisDedupLayout>();
        services.TryAddSingleton<RedisDedupStore>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IRedisBacklog, RedisDedupBacklog>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, RedisStart>());
        return builder;
    }

    /// <summary>As <see cref="AddRedis(RenderSignalBuilder, Action{RedisDedupOptions})"/>, with a Redis that the environment cannot change.</summary>
    /// <param name="builder">What <c>AddRenderSignal</c> returned.</param>
    /// <param name="url">As <see cref="RedisDedupOptions.Url"/>.</param>
    /// <param name="configure">Changes the rest of what the environment says.</param>
    /// <exception cref="ArgumentException">The URL is empty.</exception>
    /// <exception cref="InvalidOperationException">No store is registered yet.</exception>
    public static RenderSignalBuilder AddRedis(this RenderSignalBuilder builder, string url, Action<RedisDedupOptions>? configure = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(url);
        return builder.AddRedis(options =>
        {
            options.Url = url;
            configure?.Invoke(options);
        });
    }

    private static bool IsConfigured(IServiceProvider provider) =>
        provider.GetRequiredService<IOptions<RedisDedupOptions>>().Value.IsConfigured;

    private static PendingJournal CreateJournal(IServiceProvider provider) => new(
        Path.Combine(provider.GetRequiredService<IOptions<RenderSignalOptions>>().Value.DataDirectory, "redis_pending.jsonl"),
        provider.GetRequiredService<ILogger<PendingJournal>>());
}
