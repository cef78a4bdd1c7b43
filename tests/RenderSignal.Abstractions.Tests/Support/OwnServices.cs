using Microsoft.Extensions.DependencyInjection;

namespace RenderSignal.Abstractions.Tests;

internal static class OwnServices
{
    /// <summary>A detector of somebody else's, and targets of his.</summary>
    public static void AddOwn(this IServiceCollection services, Detection answer, params IDeliveryTarget[] targets)
    {
        services.AddSingleton<IEmailDetector>(new OwnDetector(answer));
        foreach (var target in targets)
        {
            services.AddSingleton(target);
        }
    }
}
