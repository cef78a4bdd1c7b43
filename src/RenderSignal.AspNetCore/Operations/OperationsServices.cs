using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace RenderSignal.AspNetCore;

internal static class OperationsServices
{
    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<IConfigureOptions<ServerControlOptions>, ConfigureServerControlOptions>();
        services.AddOptions<ServerControlOptions>().ValidateOnStart();
        services.AddSingleton<TriggerFile>();
        services.AddSingleton<ServerCommands>();
        services.AddSingleton<RenderDeploy>();
        services.AddSingleton<ServerControl>();
        services.AddHttpClient(RenderDeploy.ClientName)
            .ConfigureHttpClient(client => client.Timeout = Timeout.InfiniteTimeSpan) // each call brings its own
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                ActivityHeadersPropagator = null, // and with it the runtime's own activity, whose url.full is the whole address
            })
            .RemoveAllLoggers(); // they write whole addresses
    }
}
