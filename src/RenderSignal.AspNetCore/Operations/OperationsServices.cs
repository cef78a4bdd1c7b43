using Microsoft.Extensions.DependencyInjection;

namespace RenderSignal.AspNetCore;

internal static class OperationsServices
{
    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<TriggerFile>();
    }
}
