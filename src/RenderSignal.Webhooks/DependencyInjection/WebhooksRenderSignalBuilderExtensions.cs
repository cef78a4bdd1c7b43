using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using NodaTime;
using RenderSignal;
using RenderSignal.Webhooks;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds webhook delivery to RenderSignal.</summary>
public static class WebhooksRenderSignalBuilderExtensions
{
    /// <summary>
    /// Delivers mails on the built-in routes (<see cref="DeliveryRoutes"/>): the custom format and Make.com's, over HTTP, signed as
    /// Standard Webhooks says when there are secrets. Options are read from configuration and validated at start.
    /// </summary>
    /// <param name="builder">What <c>AddRenderSignal</c> returned.</param>
    /// <param name="configure">Changes the options after configuration was read.</param>
    /// <returns>The same builder.</returns>
    public static RenderSignalBuilder AddWebhooks(this RenderSignalBuilder builder, Action<WebhooksOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        if (services.All(service => service.ServiceType != typeof(WebhookSender)))
        {
            AddOptions(services);
            AddSending(services);
            AddTargets(services);
            AddMakeApi(services);
            services.TryAddSingleton<IAddressProbe>(provider => ActivatorUtilities.CreateInstance<AddressProbe>(provider, HttpClient.DefaultProxy));
        }

        if (configure is not null)
        {
            services.Configure(configure);
        }

        return builder;
    }

    private static void AddOptions(IServiceCollection services)
    {
        services.AddSingleton<IConfigureOptions<WebhooksOptions>, ConfigureWebhooksOptions>();
        services.AddSingleton<IValidateOptions<WebhooksOptions>, WebhooksOptionsValidator>();
        services.AddOptions<WebhooksOptions>().ValidateOnStart();
    }

    private static void AddSending(IServiceCollection services)
    {
        services.TryAddSingleton<IClock>(SystemClock.Instance);
        services.TryAddSingleton(TimeProvider.System);
        services.AddWebhookHttpClient(WebhookHttpClients.Verified, verifyCertificates: true);
        services.AddWebhookHttpClient(WebhookHttpClients.Unverified, verifyCertificates: false);
        services.AddSingleton<WebhooksMetrics>();
        services.AddSingleton<SendReporter>();
        services.AddSingleton<WebhookRequests>();
        services.AddSingleton<WebhookSender>();
        services.AddSingleton<IHostedService, StartWarnings>();
    }

    private static void AddTargets(IServiceCollection services)
    {
        services.AddSingleton<IDeliveryTarget, CustomTarget>();
        services.AddSingleton<IDeliveryTarget, PresenceTarget>();
        services.AddSingleton<IDeliveryTarget, RecadrageTarget>();
        services.AddSingleton<IDeliveryTarget, DesaboTarget>();
    }

    private static void AddMakeApi(IServiceCollection services)
    {
        services.AddSingleton<IConfigureOptions<MakeApiOptions>, ConfigureMakeApiOptions>();
        services.AddOptions<MakeApiOptions>().ValidateOnStart();
        services.AddSingleton<MakeClient>();
        services.AddSingleton<IMakeScenarios, MakeScenarios>();
        services.AddSingleton<IHostedService, MakeWatcher>();
    }
}
