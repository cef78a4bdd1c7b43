using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using RenderSignal.AspNetCore;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds what dashboard and API need.</summary>
public static class DashboardRenderSignalBuilderExtensions
{
    /// <summary>
    /// Adds the sign-in and the services of the API, which <c>app.MapRenderSignal()</c> maps. Brings an authentication scheme of its own
    /// and leaves the application's default scheme alone. May be called more than once.
    /// </summary>
    /// <param name="builder">What <c>AddRenderSignal</c> returned.</param>
    /// <param name="configure">Changes the options after the environment was read.</param>
    public static RenderSignalBuilder AddDashboard(this RenderSignalBuilder builder, Action<DashboardOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        if (services.All(service => service.ServiceType != typeof(DashboardMarker)))
        {
            services.AddSingleton<DashboardMarker>();
            services.AddOptions<DashboardOptions>().ValidateOnStart();
            services.TryAddEnumerable(ServiceDescriptor.Singleton<IConfigureOptions<DashboardOptions>, ConfigureDashboardOptions>());
            services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<DashboardOptions>, ValidateDashboardOptions>());
            SignInServices.Add(services);
            OperationsServices.Add(services);
            OverviewServices.Add(services);
            services.AddSingleton<EventStreams>();
            services.AddSingleton<SettingsExport>();
            services.AddSingleton<ImportPlanner>();
            services.AddSingleton<SettingsImport>();
            services.AddCors();
            services.AddSingleton<ToolCors>();
        }

        if (configure is not null)
        {
            services.Configure(configure);
        }

        return builder;
    }
}
