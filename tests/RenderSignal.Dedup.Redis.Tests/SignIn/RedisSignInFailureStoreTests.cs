using Microsoft.Extensions.DependencyInjection;
using StackExchange.Redis;

namespace RenderSignal.Dedup.Redis.Tests;

public sealed class RedisSignInFailureStoreTests : RedisTest
{
    private const string Address = "192.0.2.1";

    [Fact]
    public async Task Who_goes_from_server_to_server_has_no_more_tries_and_a_restart_forgets_nothing()
    {
        var (one, other) = (StoreOf(Run()), StoreOf(RunElsewhere()));
        for (var guess = 0; guess < 2; guess++)
        {
            Assert.Null((await one.BeginAsync(Address, "admin")).Wait);
            Assert.Null((await other.BeginAsync(Address, "admin")).Wait);
        }

        Assert.Equal(SignInLimits.FirstLock, (await StoreOf(RunElsewhere()).BeginAsync(Address, "admin")).LocksAddress);

        Assert.NotNull((await one.BeginAsync(Address, "admin")).Wait);
        Assert.NotNull((await StoreOf(RunElsewhere()).BeginAsync(Address, "admin")).Wait);
        Log.AssertNoWarnings();
    }

    [Fact]
    public async Task What_is_stored_expires_and_does_not_name_the_user()
    {
        var store = StoreOf(Run());

        await store.BeginAsync(Address, "a password by mistake");
        Assert.InRange((int)await CommandAsync("TTL", $"r:ss:sign_in:v1:address:{Address}"), 30, 60);
        for (var guess = 0; guess < 4; guess++)
        {
            await store.BeginAsync(Address, "a password by mistake");
        }

        Assert.InRange((int)await CommandAsync("TTL", $"r:ss:sign_in:v1:address:{Address}"), 3600, 3660);
        var keys = (string[])(await CommandAsync("KEYS", "r:ss:sign_in:*"))!;
        var ofUser = Assert.Single(keys, key => key.StartsWith("r:ss:sign_in:v1:user:", StringComparison.Ordinal));
        Assert.Matches(":[0-9a-f]{32}$", ofUser);
        Assert.InRange((int)await CommandAsync("TTL", ofUser), 90, 120);
        Assert.Equal(2, keys.Length);
        await store.ForgetAsync(Address, "a password by mistake");
        Assert.Empty((string[])(await CommandAsync("KEYS", "r:ss:sign_in:*"))!);
    }

    [Fact]
    public async Task While_Redis_is_away_the_local_count_is_obeyed_and_Redis_learns_it_afterwards()
    {
        var store = StoreOf(Run());
        await store.BeginAsync(Address, "admin");
        await store.BeginAsync("198.51.100.7", "forgotten");
        await Redis.StopAsync();

        for (var guess = 0; guess < 4; guess++)
        {
            Assert.Null((await store.BeginAsync(Address, "admin")).Wait);
        }

        Assert.NotNull((await store.BeginAsync(Address, "admin")).Wait);
        await store.BeginAsync("198.51.100.8", "forgotten");
        await store.ForgetAsync("198.51.100.8", "forgotten");
        await Redis.StartAgainAsync(Cancellation);
        await WaitForMessageAsync("6 entries that waited");

        // Redis came back empty and so without the first of the five: the four of the outage are there.
        Assert.Equal(SignInLimits.FirstLock, (await StoreOf(RunElsewhere()).BeginAsync(Address, "admin")).LocksAddress);
        Assert.False((bool)await CommandAsync("EXISTS", "r:ss:sign_in:v1:address:198.51.100.8"));
        AssertOneWarningAndOneReturn();
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(30, true)]
    [InlineData(600, false)]
    public async Task A_failure_that_is_told_late_takes_nothing_from_newer_ones(int secondsLate, bool isWithin)
    {
        var store = StoreOf(Run());
        for (var guess = 0; guess < SignInLimits.MaxFailures - 1; guess++)
        {
            await store.BeginAsync(Address, "admin");
        }

        await using (var late = await ConnectionMultiplexer.ConnectAsync(Redis.ConnectionString))
        {
            await RedisSignInLayout.BeginAsync(late.GetDatabase(), Address, "another", TimeSpan.FromSeconds(secondsLate));
        }

        Assert.InRange((int)await CommandAsync("TTL", $"r:ss:sign_in:v1:address:{Address}"), 30, 3660);
        var next = await store.BeginAsync(Address, "admin");
        Assert.Equal(isWithin, next.Wait is not null);
        Assert.Equal(isWithin ? null : SignInLimits.FirstLock, next.LocksAddress);
    }

    private static ISignInFailureStore StoreOf(RedisApp app) => app.Services.GetRequiredService<ISignInFailureStore>();
}
