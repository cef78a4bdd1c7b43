using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using NodaTime;
using RenderSignal;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>The way into RenderSignal.</summary>
public static class RenderSignalServiceCollectionExtensions
{
    /// <summary>
    /// Adds the pipeline, the settings and the file stores. What recognises, fetches and sends mails is added on the returned builder:
    /// <c>AddMatching()</c>, <c>AddImap()</c>, <c>AddWebhooks()</c>. May be called more than once.
    /// </summary>
    /// <param name="services">The services of the application.</param>
    /// <param name="configure">Changes the options after the environment was read.</param>
    public static RenderSignalBuilder AddRenderSignal(this IServiceCollection services, Action<RenderSignalOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddLogging();
        services.AddMetrics();
        services.AddOptions<RenderSignalOptions>().ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IConfigureOptions<RenderSignalOptions>, ConfigureRenderSignalOptions>());
        if (configure is not null)
        {
            services.Configure(configure);
        }

        services.TryAddSingleton<IClock>(SystemClock.Instance);
        services.TryAddSingleton(TimeProvider.System);
        StoreRegistration.AddSettings(services);
        StoreRegistration.AddFileStores(services);

        services.TryAddSingleton<ComponentBoard>();
        services.TryAddSingleton<PollActivity>();
        services.TryAddSingleton<RenderSignalMetrics>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<RenderSignalOptions>, StatusActivator>());
        services.TryAddSingleton(provider => new DecisionTable(
            provider.GetService<ITextAnalyzer>() ?? throw new InvalidOperationException(
                "Nothing reads the mails' text. Call AddMatching() on what AddRenderSignal() returns, or register an ITextAnalyzer of your own."),
            provider.GetServices<IEmailDetector>()));
        services.TryAddSingleton<DeliveryTargets>();
        services.TryAddSingleton<RetryBackoff>();
        services.TryAddSingleton<LedgerWriter>();
        services.TryAddSingleton<CycleGate>();
        services.TryAddSingleton<DecisionFactsReader>();
        services.TryAddSingleton<SendClaims>();
        services.TryAddSingleton<EmailDelivery>();
        services.TryAddSingleton<EmailProcessor>();
        services.TryAddSingleton<IEmailPipeline, EmailPipeline>();
        services.TryAddSingleton<EmailVisits>();
        services.TryAddSingleton<IEmailPreviewer, EmailPreviewer>();
        services.TryAddSingleton<ReplaySender>();
        services.TryAddSingleton<IEmailReplayer, EmailReplayer>();
        return new RenderSignalBuilder(services);
    }
}
