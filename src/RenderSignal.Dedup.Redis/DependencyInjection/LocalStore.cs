using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace RenderSignal.Dedup.Redis;

/// <summary>Puts a store on Redis in front of the one that is registered.</summary>
internal static class LocalStore
{
    /// <summary>The key under which the store that was registered before is found.</summary>
    public const string Key = "local";

    /// <summary>
    /// Moves the registration of <typeparamref name="TStore"/> to <see cref="Key"/> and puts <typeparamref name="TRedis"/> in its place,
    /// which is used only if something says where Redis is. Does nothing the second time.
    /// </summary>
    /// <exception cref="InvalidOperationException">No store is registered.</exception>
    public static void PutInFront<TStore, TRedis>(IServiceCollection services)
        where TStore : class
        where TRedis : class, TStore
    {
        services.TryAddSingleton<TRedis>();
        if (services.Any(service => service.ServiceType == typeof(TStore) && Equals(service.ServiceKey, Key)))
        {
            return;
        }

        var registered = services.LastOrDefault(service => service.ServiceType == typeof(TStore) && !service.IsKeyedService)
            ?? throw new InvalidOperationException($"No {typeof(TStore).Name} is registered: call AddRenderSignal() before AddRedis().");
        services.Remove(registered);
        services.Add(WithKey(registered));
        services.AddSingleton<TStore>(provider => provider.GetRequiredService<IOptions<RedisOptions>>().Value.IsConfigured
            ? provider.GetRequiredService<TRedis>()
            : provider.GetRequiredKeyedService<TStore>(Key));
    }

    private static ServiceDescriptor WithKey(ServiceDescriptor service) => service switch
    {
        { ImplementationInstance: { } instance } => new(service.ServiceType, Key, instance),
        { ImplementationFactory: { } factory } => new(service.ServiceType, Key, (services, _) => factory(services), service.Lifetime),
        _ => new(service.ServiceType, Key, service.ImplementationType!, service.Lifetime),
    };
}
