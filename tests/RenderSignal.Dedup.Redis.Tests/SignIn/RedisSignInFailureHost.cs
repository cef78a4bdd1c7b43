using Microsoft.Extensions.DependencyInjection;
using RenderSignal.Abstractions.Tests;
using RenderSignal.TestKit;
using StackExchange.Redis;

namespace RenderSignal.Dedup.Redis.Tests;

/// <summary>Two servers in turn, over one Redis, by whose clock they count. Time passes by making older what is stored.</summary>
public sealed class RedisSignInFailureHost : ISignInFailureHost, ISignInFailureStore
{
    private const string Age = """
        local left = redis.call('PTTL', KEYS[1]) - ARGV[1]
        if left <= 0 then
            return redis.call('DEL', KEYS[1])
        end
        local aged = {}
        for at in string.gmatch(redis.call('HGET', KEYS[1], 'failures'), '%d+') do
            table.insert(aged, string.format('%.0f', at - ARGV[1]))
        end
        redis.call('HSET', KEYS[1], 'failures', table.concat(aged, ' '))
        redis.call('HINCRBY', KEYS[1], 'locked_until', -ARGV[1])
        return redis.call('PEXPIRE', KEYS[1], left)
        """;

    private readonly List<TempFolder> _data = [new(), new()];
    private readonly List<RedisApp> _apps = [];
    private readonly TestLog _log = new();
    private RedisServer? _redis;
    private ConnectionMultiplexer? _administrator;
    private int _calls;

    public ISignInFailureStore Store => this;

    public async ValueTask InitializeAsync()
    {
        _redis = await RedisServer.StartAsync(TestContext.Current.CancellationToken);
        _apps.AddRange(_data.Select(data => new RedisApp(data, _log, options => options.Url = $"redis://{_redis.ConnectionString}")));
        _administrator = await ConnectionMultiplexer.ConnectAsync(_redis.ConnectionString);
    }

    public Task<SignInAttempt> BeginAsync(string address, string user) => Next().BeginAsync(address, user);

    public Task ForgetAsync(string address, string user) => Next().ForgetAsync(address, user);

    public async Task PassAsync(TimeSpan time)
    {
        var database = _administrator!.GetDatabase();
        await foreach (var key in _administrator.GetServers()[0].KeysAsync(pattern: "r:ss:sign_in:v1:*"))
        {
            await database.ScriptEvaluateAsync(Age, [key], [(long)time.TotalMilliseconds]);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var app in _apps)
        {
            await app.DisposeAsync();
        }

        await (_administrator?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (_redis?.DisposeAsync() ?? ValueTask.CompletedTask);
        _data.ForEach(data => data.Dispose());
        _log.AssertNoWarnings();
        _log.Dispose();
    }

    private ISignInFailureStore Next() =>
        _apps[Interlocked.Increment(ref _calls) % _apps.Count].Services.GetRequiredService<ISignInFailureStore>();
}
