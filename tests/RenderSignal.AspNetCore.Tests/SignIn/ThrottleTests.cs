using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace RenderSignal.AspNetCore.Tests;

public sealed class ThrottleTests
{
    private const int Locked = 6012;

    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task After_five_failures_even_the_right_password_waits_until_the_time_is_over()
    {
        await using var app = await StartAsync();
        await FailAsync(app.Client, 5);

        using (var refused = await app.Client.PostFormAsync(Browser.Credentials()))
        {
            Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
            Assert.Equal(TimeSpan.FromMinutes(1), refused.Headers.RetryAfter?.Delta);
            Assert.Contains("Try again in 60 s", await refused.TextAsync(), StringComparison.Ordinal);
        }

        _time.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal(HttpStatusCode.Redirect, await app.Client.TryPasswordAsync(TestApp.Password));
        app.Log.AssertNoWarnings(expectedIds: [Locked]);
        Assert.Single(app.Log.Records, record => record.Level == LogLevel.Warning);
    }

    [Fact]
    public async Task Each_further_lock_lasts_twice_as_long_up_to_an_hour()
    {
        await using var app = await StartAsync();
        var waits = new List<int>();

        for (var i = 0; i < 8; i++)
        {
            await FailAsync(app.Client, 5);
            var wait = await WaitAsync(app.Client);
            waits.Add((int)wait.TotalMinutes);
            _time.Advance(wait);
        }

        Assert.Equal([1, 2, 4, 8, 16, 32, 60, 60], waits);
        Assert.Equal(8, app.Log.Records.Count(record => record.Id.Id == Locked));
    }

    [Fact]
    public async Task After_a_quiet_hour_it_begins_anew()
    {
        await using var app = await StartAsync();
        await FailAsync(app.Client, 5);
        _time.Advance(TimeSpan.FromMinutes(61));

        await FailAsync(app.Client, 5);

        Assert.Equal(TimeSpan.FromMinutes(1), await WaitAsync(app.Client));
    }

    [Fact]
    public async Task Failures_that_are_spread_over_minutes_lock_nobody_out()
    {
        await using var app = await StartAsync();

        for (var i = 0; i < 12; i++)
        {
            await FailAsync(app.Client, 1);
            _time.Advance(TimeSpan.FromSeconds(15));
        }

        app.Log.AssertNoWarnings();
    }

    [Fact]
    public async Task A_success_wipes_the_failures_out()
    {
        await using var app = await StartAsync();
        await FailAsync(app.Client, 4);
        Assert.Equal(HttpStatusCode.Redirect, await app.Client.TryPasswordAsync(TestApp.Password));

        await FailAsync(app.Client, 4);

        Assert.Equal(HttpStatusCode.Redirect, await app.Client.TryPasswordAsync(TestApp.Password));
        app.Log.AssertNoWarnings();
    }

    [Fact]
    public async Task Failures_of_many_users_lock_their_address()
    {
        await using var app = await StartAsync();

        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(HttpStatusCode.OK, await app.Client.TryPasswordAsync("guess", $"user{i}"));
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, await app.Client.TryPasswordAsync(TestApp.Password));
    }

    [Fact]
    public async Task Many_guesses_at_once_are_no_way_around_it()
    {
        await using var app = await StartAsync();

        var statuses = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => app.Client.TryPasswordAsync("guess")));

        Assert.Equal(5, statuses.Count(status => status == HttpStatusCode.OK));
        Assert.Equal(35, statuses.Count(status => status == HttpStatusCode.TooManyRequests));
    }

    [Fact]
    public async Task A_tool_that_wants_JSON_is_told_in_JSON()
    {
        await using var app = await StartAsync();
        app.Client.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        await FailAsync(app.Client, 5);

        using var refused = await app.Client.PostFormAsync(Browser.Credentials());

        Assert.Equal("Too many failures. Try again in 60 s.", (string?)JsonNode.Parse(await refused.TextAsync())!["message"]);
    }

    [Fact]
    public async Task A_user_s_name_cannot_forge_a_line_of_the_log()
    {
        await using var app = await StartAsync();

        for (var i = 0; i < 5; i++)
        {
            await app.Client.TryPasswordAsync("guess", "eve\r\nfail: forged");
        }

        Assert.DoesNotContain('\n', Assert.Single(app.Log.Records, record => record.Id.Id == Locked).Message);
    }

    [Fact]
    public async Task The_log_says_which_of_address_and_user_is_locked()
    {
        await using var app = await StartAsync();

        await FailAsync(app.Client, 5);
        _time.Advance(TimeSpan.FromSeconds(60));
        for (var i = 0; i < 5; i++)
        {
            await app.Client.TryPasswordAsync("guess", $"user{i}");
        }

        const string why = ": 5 failures within a minute. If that was not you, somebody is guessing the password.";
        Assert.Equal(
            [$"Sign-in is locked from 127.0.0.1 for 60 s and as 'admin' for 60 s{why}", $"Sign-in is locked from 127.0.0.1 for 120 s{why}"],
            app.Log.Records.Where(record => record.Id.Id == Locked).Select(record => record.Message));
    }

    [Theory]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    [InlineData("::ffff:192.0.2.1", "192.0.2.1", true)]
    [InlineData("::ffff:192.0.2.1", "::ffff:192.0.2.2", false)]
    public async Task IPv6_addresses_of_one_network_are_one(string failing, string other, bool isLocked)
    {
        await using var app = await StartAsync();
        var throttle = app.Services.GetRequiredService<SignInThrottle>();

        for (var i = 0; i < 5; i++)
        {
            await throttle.BeginAsync(IPAddress.Parse(failing), $"user{i}");
        }

        Assert.Equal(isLocked, (await throttle.BeginAsync(IPAddress.Parse(other), "admin")).Wait is not null);
    }

    private Task<TestApp> StartAsync() => TestApp.StartAsync(services: services => services.AddSingleton<TimeProvider>(_time));

    private static async Task FailAsync(HttpClient client, int times)
    {
        for (var i = 0; i < times; i++)
        {
            Assert.Equal(HttpStatusCode.OK, await client.TryPasswordAsync("guess"));
        }
    }

    private static async Task<TimeSpan> WaitAsync(HttpClient client)
    {
        using var refused = await client.PostFormAsync(Browser.Credentials());
        return refused.Headers.RetryAfter?.Delta ?? TimeSpan.Zero;
    }
}
