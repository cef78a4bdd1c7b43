using Microsoft.Extensions.DependencyInjection;

namespace RenderSignal.AspNetCore;

internal static class OverviewServices
{
    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<StoresCheck>();
        services.AddSingleton<ComponentReport>();
        services.AddSingleton<Capabilities>();
        services.AddSingleton<StatusReport>();
        services.AddSingleton<AddressChecks>();
    }
}
