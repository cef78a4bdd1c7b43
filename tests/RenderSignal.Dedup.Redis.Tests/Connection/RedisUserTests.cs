using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using StackExchange.Redis;

namespace RenderSignal.Dedup.Redis.Tests;

/// <summary>The user whose rights docs/configuration.md prints.</summary>
public sealed class RedisUserTests : RedisLedgerTest
{
    private const string Mailbox = "inbox@mail.test@imap.mail.test:993/INBOX";

    [Theory]
    [InlineData("", EmailIds, "")]
    [InlineData("acme:", "done_mails", "/3")]
    public async Task The_user_of_the_documentation_can_do_everything(string prefix, string idsKey, string database)
    {
        await CreateUserAsync(prefix, idsKey);
        RedisApp[] apps = [RunElsewhere(As(prefix, idsKey, database)), RunElsewhere(As(prefix, idsKey, database))];
        await StartAsync(apps);

        await UseAsync(apps[0]);
        Assert.True(await apps[1].Store.IsProcessedAsync("mail", Cancellation));
        Assert.Single((await apps[1].Ledger.ListAsync(new LedgerQuery(), Cancellation)).Records);
        await apps[1].CatchUpAsync();
        await PollAsync(apps[1]);

        Assert.All(apps, app => Assert.Null(app.Status?.LastError));
        Log.AssertNoWarnings();
        Assert.Empty((await ListRefusedAsync()).Except(["cluster|nodes", "cluster|slots", "config|get"])); // as the documentation says
    }

    [Fact]
    public async Task The_user_of_the_documentation_can_give_an_emptied_Redis_back_what_it_lost()
    {
        await CreateUserAsync("", EmailIds);
        var app = Run(As("", EmailIds, ""));
        await StartAsync(app);
        await UseAsync(app);
        await WaitUntilKnownAsync();

        await Redis.StopAsync();
        await Redis.StartAgainAsync(Cancellation);
        await CreateUserAsync("", EmailIds);
        await WaitUntilBackAsync();

        Assert.Equal("1", await Redis.AskAsync("ZCARD", EmailsByTime));
    }

    private static async Task UseAsync(RedisApp app)
    {
        await app.Store.MarkProcessedAsync("mail", Cancellation);
        await app.Store.MarkGroupProcessedAsync("group", null, Cancellation);
        await app.Store.MarkGroupProcessedAsync("short", Duration.FromMinutes(1), Cancellation);
        Assert.True(await app.Store.IsGroupProcessedAsync("group", Cancellation));
        Assert.True(await app.SendRate.TryRecordAsync("mail", SystemClock.Instance.GetCurrentInstant(), 5, Cancellation));
        await app.Ledger.UpdateAsync("mail", _ => Record("mail").WithLog([Send("mail")]), Cancellation);
        await app.SettingsEditor.ChangeAsync(SettingsDocument.ProcessingPrefs, new JsonObject { ["rate_limit_per_hour"] = 5 }, Cancellation);
        await app.Services.GetRequiredService<ISignInFailureStore>().BeginAsync("192.0.2.1", "admin");
        await app.Services.GetRequiredService<ISignInFailureStore>().ForgetAsync("192.0.2.1", "admin");
        await app.Retries.UpdateAsync("mail", _ => new RetryState(1, SystemClock.Instance.GetCurrentInstant()), Cancellation);
        await app.Retries.RemoveAsync("mail", Cancellation);
        app.Keys.Write("session-key-1", "<key/>");
    }

    private static async Task PollAsync(RedisApp app)
    {
        IPollerLease? taken = null;
        Assert.True(
            await TestKit.Polling.UntilAsync(
                async token => (taken = (await app.Services.GetServices<IPollerLock>().Single().TryAcquireAsync(Mailbox, token)).Lease) is not null,
                TimeSpan.FromSeconds(60), // a Redis that was started just now may have granted it before
                Cancellation),
            "The lease was not to be had.");
        await using var lease = taken!;
        await using var claim = await app.Services.GetServices<ISendClaims>().Single().ClaimAsync("next", isByHand: false, Cancellation);
    }

    /// <summary>What Redis has refused to whom, whether or not anybody noticed.</summary>
    private async Task<IEnumerable<string?>> ListRefusedAsync() =>
        ((RedisResult[])(await CommandAsync("ACL", "LOG"))!).Select(entry => (string?)entry.ToDictionary()["object"]);

    /// <summary>As the documentation says, with a prefix and a key of one's own as it says further down.</summary>
    private async Task CreateUserAsync(string prefix, string idsKey)
    {
        var line = Assert.Single(File.ReadLines(FindDocument()), text => text.StartsWith("ACL SETUSER ", StringComparison.Ordinal));
        var words = line.Replace("r:ss:", $"{prefix}r:ss:", StringComparison.Ordinal).Split(' ');
        await Redis.AskAsync([.. words, $"~{prefix}{idsKey}*"]);
    }

    private Action<RedisOptions> As(string prefix, string idsKey, string database) => options =>
    {
        options.Url = $"redis://rendersignal:PASSWORD@{Redis.ConnectionString}{database}";
        options.KeyPrefix = prefix;
        options.ProcessedEmailIdsKey = idsKey;
        options.CommandTimeout = TimeSpan.FromSeconds(5);
        options.LeaseDuration = TimeSpan.FromSeconds(5);
    };

    private static string FindDocument()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "RenderSignal.sln")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder.FullName, "docs", "configuration.md");
    }
}
