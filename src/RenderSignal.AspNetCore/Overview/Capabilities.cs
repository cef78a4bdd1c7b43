using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace RenderSignal.AspNetCore;

/// <summary>Finds out what is set up.</summary>
internal sealed class Capabilities(IServiceProvider services, IOptions<ServerControlOptions> control, SignInMapping signIn)
{
    public StatusCapabilities Read(HttpContext context, RenderSignalSettings settings) => new(
        CycleRoutes.MissingSettings(services.GetService<ICycleTrigger>(), settings.Webhooks).Count == 0,
        control.Value.CanRestart,
        control.Value.CanDeploy,
        services.GetService<IMakeScenarios>() is { MissingSettings.Count: 0 },
        signIn.IsMapped && context.GetEndpoint()?.Metadata.GetMetadata<BuiltInSignIn>() is not null);
}
