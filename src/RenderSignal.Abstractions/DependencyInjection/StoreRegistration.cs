using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NodaTime;

namespace RenderSignal;

internal static class StoreRegistration
{
    /// <summary>Keeps everything in the data folder.</summary>
    public static IServiceCollection AddFileStores(IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IClock>(SystemClock.Instance);
        services.TryAddSingleton<ComponentBoard>();
        services.TryAddSingleton<DataFolder>();
        services.TryAddSingleton<IJournals, FileJournals>();
        services.TryAddSingleton<ISettingsStore, FileSettingsStore>();
        services.TryAddSingleton<IKeyRingStore, FileKeyRingStore>();
        return AddJournalStores(services);
    }

    /// <summary>Keeps everything in memory: it ends with the process.</summary>
    public static IServiceCollection AddMemoryStores(IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IJournals, MemoryJournals>();
        services.TryAddSingleton<ISettingsStore, MemorySettingsStore>();
        services.TryAddSingleton<IKeyRingStore, MemoryKeyRingStore>();
        return AddJournalStores(services);
    }

    /// <summary>Reads and changes the settings in force.</summary>
    public static IServiceCollection AddSettings(IServiceCollection services)
    {
        services.TryAddSingleton<IClock>(SystemClock.Instance);
        services.TryAddSingleton<ActivityFeed>();
        services.TryAddSingleton<ISettingsReader, SettingsReader>();
        services.TryAddSingleton<ISettingsEditor, SettingsEditor>();
        return services;
    }

    private static IServiceCollection AddJournalStores(IServiceCollection services)
    {
        services.TryAddSingleton<IClock>(SystemClock.Instance);
        services.TryAddSingleton<IDedupStore, DedupStore>();
        services.TryAddSingleton<ILedger, Ledger>();
        services.TryAddSingleton<ISendRateStore, SendRateStore>();
        services.TryAddSingleton<IRetryStore, RetryStore>();
        services.TryAddSingleton<ISignInFailureStore, MemorySignInFailureStore>();
        return services;
    }
}
