using StackExchange.Redis;

namespace RenderSignal.Dedup.Redis.Tests;

/// <summary>Servers that would poll one mailbox over one Redis.</summary>
public abstract class LeaseTest : RedisTest
{
    protected const string Mailbox = "inbox@mail.test@imap.mail.test:993/INBOX";

    private readonly List<TempServer> _servers = [];

    /// <summary>The shortest that is allowed: tests wait for its end.</summary>
    protected static TimeSpan Duration => TimeSpan.FromSeconds(5);

    protected static string Record => RedisPollerLock.KeyOf(Mailbox);

    private protected async Task<TempServer> ServeAsync(TimeSpan? duration = null)
    {
        var server = new TempServer(Redis, Log, duration ?? Duration);
        _servers.Add(server);
        await server.App.StartAsync();
        return server;
    }

    /// <summary>Redis as it is once a lease was held and let go: a new one has to be waited for.</summary>
    protected Task RememberLeaseAsync(string holder = "", long until = 0, int term = 1) =>
        CommandAsync("HSET", Record, "holder", holder, "name", holder, "until", until, "term", term);

    protected async Task<long> NowAsync()
    {
        var time = (RedisValue[])(await CommandAsync("TIME"))!;
        return ((long)time[0] * 1000) + ((long)time[1] / 1000);
    }

    private protected static async Task<IPollerLease> AcquireAsync(TempServer server)
    {
        var attempt = await server.Lock.TryAcquireAsync(Mailbox, Cancellation);
        Assert.True(attempt.Lease is not null, attempt.Obstacle?.English);
        return attempt.Lease;
    }

    /// <summary>Asks until there is an answer, for what gives no signal.</summary>
    private protected static async Task<T> WaitForAsync<T>(Func<Task<T?>> ask)
        where T : class
    {
        T? answer = null;
        Assert.True(await TestKit.Polling.UntilAsync(async _ => (answer = await ask()) is not null, TimeSpan.FromSeconds(60), Cancellation));
        return answer!;
    }

    /// <summary>Waits until the token is cancelled.</summary>
    protected static async Task UntilAsync(CancellationToken cancelled)
    {
        var done = new TaskCompletionSource();
        await using var registration = cancelled.Register(done.SetResult);
        await done.Task.WaitAsync(TimeSpan.FromSeconds(60), Cancellation);
    }

    public override async ValueTask DisposeAsync()
    {
        foreach (var server in _servers)
        {
            await server.DisposeAsync();
        }

        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
