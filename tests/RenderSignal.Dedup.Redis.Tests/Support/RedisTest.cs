using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;
using RenderSignal.TestKit;
using StackExchange.Redis;

namespace RenderSignal.Dedup.Redis.Tests;

/// <summary>A test with a Redis of its own, an application's data folder and its log.</summary>
public abstract class RedisTest : IAsyncLifetime
{
    protected const string EmailIds = "r:ss:processed_email_ids:v1";
    protected const string EmailsByTime = EmailIds + ":by_time";
    protected const string Groups = "r:ss:processed_subject_groups:v1";
    protected const string GroupsByTime = Groups + ":by_time";
    protected const string GroupPrefix = "r:ss:subject_group_ttl:";

    private const string Back = "is back after";

    private readonly List<RedisApp> _apps = [];
    private readonly List<TempFolder> _folders = [];

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected TempFolder Data { get; } = new();

    protected TestLog Log { get; } = new();

    protected RedisServer Redis { get; private set; } = null!;

    protected string Pending => Data.File("redis_pending.jsonl");

    public async ValueTask InitializeAsync() => Redis = await RedisServer.StartAsync(Cancellation);

    public virtual async ValueTask DisposeAsync()
    {
        foreach (var app in _apps)
        {
            await app.DisposeAsync();
        }

        await Redis.DisposeAsync();
        Log.Dispose();
        Data.Dispose();
        _folders.ForEach(folder => folder.Dispose());
        GC.SuppressFinalize(this);
    }

    private protected RedisApp Run(
        Action<RedisOptions>? configure = null,
        IReadOnlyDictionary<string, string?>? variables = null,
        IClock? clock = null,
        TempFolder? data = null)
    {
        var app = new RedisApp(data ?? Data, Log, configure ?? Patiently, variables, clock);
        _apps.Add(app);
        return app;
    }

    /// <summary>Another machine: a data folder of its own, the same Redis.</summary>
    private protected RedisApp RunElsewhere(Action<RedisOptions>? configure = null, IClock? clock = null)
    {
        var folder = new TempFolder();
        _folders.Add(folder);
        return Run(configure, clock: clock, data: folder);
    }

    /// <summary>Starts servers and waits until each hears the others.</summary>
    private protected async Task StartAsync(params RedisApp[] apps)
    {
        foreach (var app in apps)
        {
            await app.StartAsync();
        }

        await WaitUntilHeardAsync(0, apps);
        foreach (var app in apps)
        {
            await app.SettingsInForce.GetAsync(Cancellation); // what a server meets first is news to nobody
        }
    }

    /// <summary>Waits until each server has said that it hears the others.</summary>
    /// <param name="since">From which record of the log on.</param>
    /// <param name="apps">The servers.</param>
    private protected async Task WaitUntilHeardAsync(int since, params RedisApp[] apps) => Assert.True(
        await Polling.UntilAsync(
            _ => Task.FromResult(apps.All(app => Log.Records.Skip(since).Any(record => record.Message.EndsWith(
                $"This server is {app.Services.GetRequiredService<NoticeChannel>().Self} there.", StringComparison.Ordinal)))),
            TimeSpan.FromSeconds(20),
            Cancellation),
        "The servers do not hear each other.");

    /// <summary>With time for a machine that is busy.</summary>
    private void Patiently(RedisOptions options)
    {
        options.Url = $"redis://{Redis.ConnectionString}";
        options.CommandTimeout = TimeSpan.FromSeconds(5);
    }

    /// <summary>A command as an administrator, or the reference, gives it.</summary>
    protected async Task<RedisResult> CommandAsync(string command, params object[] arguments)
    {
        await using var connection = await ConnectionMultiplexer.ConnectAsync(Redis.ConnectionString + ",allowAdmin=true,abortConnect=true");
        return await connection.GetServers()[0].ExecuteAsync(command, arguments);
    }

    private protected Task WaitForMessageAsync(string text) => Log.WaitForMessageAsync(text, cancellationToken: Cancellation);

    /// <summary>Waits until the application over <see cref="Data"/> knows this Redis, and would know it again.</summary>
    private protected async Task WaitUntilKnownAsync()
    {
        var file = Data.File("redis_replication.json");
        Assert.True(await Polling.UntilAsync(
            async token => File.Exists(file) && (await File.ReadAllTextAsync(file, token)).Contains("given_to", StringComparison.Ordinal),
            TimeSpan.FromSeconds(20),
            Cancellation));
    }

    private protected Task WaitUntilBackAsync() => WaitForMessageAsync(Back);

    /// <summary>One outage, told once each way.</summary>
    /// <returns>The warning.</returns>
    private protected string AssertOneWarningAndOneReturn()
    {
        var warnings = Log.Records.Where(record => record.Level >= LogLevel.Warning).Select(record => record.Message).ToArray();
        Assert.Equal(2, warnings.Length);
        Assert.Contains(Back, warnings[1], StringComparison.Ordinal);
        return warnings[0];
    }
}
