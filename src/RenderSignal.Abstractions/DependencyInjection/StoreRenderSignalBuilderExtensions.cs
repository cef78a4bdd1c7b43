using Microsoft.Extensions.DependencyInjection.Extensions;
using RenderSignal;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Chooses where RenderSignal keeps what it knows.</summary>
public static class StoreRenderSignalBuilderExtensions
{
    /// <summary>Keeps settings and state in memory instead of files: all is forgotten when the process ends. For tests and trials.</summary>
    /// <param name="builder">What <c>AddRenderSignal</c> returned.</param>
    public static RenderSignalBuilder AddInMemoryStores(this RenderSignalBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.RemoveAll<IJournals>();
        Replace<ISettingsStore, FileSettingsStore, MemorySettingsStore>(builder.Services);
        Replace<IKeyRingStore, FileKeyRingStore, MemoryKeyRingStore>(builder.Services);
        StoreRegistration.AddMemoryStores(builder.Services);
        return builder;
    }

    /// <summary>In its place, under its key: a package may have put a store of its own in front of it.</summary>
    private static void Replace<TStore, TFiles, TMemory>(IServiceCollection services)
    {
        for (var index = 0; index < services.Count; index++)
        {
            var service = services[index];
            var implementation = service.IsKeyedService ? service.KeyedImplementationType : service.ImplementationType;
            if (service.ServiceType == typeof(TStore) && implementation == typeof(TFiles))
            {
                services[index] = new ServiceDescriptor(typeof(TStore), service.ServiceKey, typeof(TMemory), service.Lifetime);
            }
        }
    }
}
