using Microsoft.Extensions.DependencyInjection;
using RenderSignal.TestKit;

namespace RenderSignal.Dedup.Redis.Tests;

/// <summary>One of several servers, with a data folder of its own.</summary>
internal sealed class TempServer : IAsyncDisposable
{
    private readonly TempFolder _data = new();

    public TempServer(RedisServer redis, TestLog log, TimeSpan leaseDuration) => App = new RedisApp(_data, log, options =>
    {
        options.Url = $"redis://{redis.ConnectionString}";
        options.LeaseDuration = leaseDuration;
    });

    public RedisApp App { get; }

    public IPollerLock Lock => App.Services.GetServices<IPollerLock>().Single();

    public ISendClaims Claims => App.Services.GetServices<ISendClaims>().Single();

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        _data.Dispose();
    }
}
