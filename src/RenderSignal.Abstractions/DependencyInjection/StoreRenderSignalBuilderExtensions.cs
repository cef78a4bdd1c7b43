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
        builder.Services.RemoveAll<IJournals>().RemoveAll<ISettingsStore>().RemoveAll<IKeyRingStore>();
        StoreRegistration.AddMemoryStores(builder.Services);
        return builder;
    }
}
