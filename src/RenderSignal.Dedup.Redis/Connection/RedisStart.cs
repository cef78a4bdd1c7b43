using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace RenderSignal.Dedup.Redis;

/// <summary>Connects when the application starts, so that its log says then whether Redis is there, and what an earlier run left is written.</summary>
internal sealed class RedisStart(IOptions<RedisOptions> options, RedisRecovery recovery) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.Value.IsConfigured)
        {
            recovery.Start();
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
