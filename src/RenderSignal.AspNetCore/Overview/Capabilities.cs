using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace RenderSignal.AspNetCore;

/// <summary>Finds out what is set up.</summary>
internal sealed class Capabilities(IServiceProvider services, IOptions<ServerControlOptions> control)
{
    public StatusCapabilities Read(RenderSignalSettings settings) => new(
        CycleRoutes.MissingSettings(services.GetService<ICycleTrigger>(), settings.Webhooks).Count == 0,
        control.Value.CanRestart,
        control.Value.CanDeploy,
        services.GetService<IMakeScenarios>() is { MissingSettings.Count: 0 });
}
