using Microsoft.Extensions.DependencyInjection;

namespace RenderSignal.AspNetCore;

internal static class EmailsServices
{
    public static void Add(IServiceCollection services) => services.AddSingleton<EventStreams>();
}
