namespace RenderSignal.Abstractions.Tests;

/// <summary>How who guesses passwords is slowed down, wherever that is counted.</summary>
public abstract class SignInFailureStoreContract<THost>(THost host) : IAsyncLifetime
    where THost : ISignInFailureHost
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    protected THost Host { get; } = host;

    public ValueTask InitializeAsync() => Host.InitializeAsync();

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return Host.DisposeAsync();
    }

    [Fact]
    public async Task The_fifth_failure_within_a_minute_locks_address_and_user_for_a_minute()
    {
        Assert.All(await FailAsync(4), attempt => Assert.Equal(new SignInAttempt(null), attempt));

        Assert.Equal(new SignInAttempt(null, Minute, Minute), Assert.Single(await FailAsync(1)));

        await AssertLockedAsync("192.0.2.1", "admin", Minute);
        await AssertLockedAsync("192.0.2.1", "other", Minute);
        await AssertLockedAsync("192.0.2.2", "admin", Minute);
        Assert.Null((await Host.Store.BeginAsync("192.0.2.2", "other")).Wait);
        await Host.PassAsync(Minute);
        Assert.Equal(new SignInAttempt(null), Assert.Single(await FailAsync(1)));
    }

    [Fact]
    public async Task Each_further_lock_of_an_address_lasts_twice_as_long_up_to_an_hour()
    {
        var locks = new List<double?>();
        for (var time = 0; time < 8; time++)
        {
            var last = (await FailAsync(5, user: $"user {time}"))[^1];
            locks.Add(last.LocksAddress?.TotalMinutes);
            await AssertLockedAsync("192.0.2.1", "admin", last.LocksAddress!.Value);
            await Host.PassAsync(last.LocksAddress.Value);
        }

        Assert.Equal([1, 2, 4, 8, 16, 32, 60, 60], locks);
    }

    [Fact]
    public async Task However_often_a_user_is_locked_it_is_for_a_minute()
    {
        for (var time = 0; time < 4; time++)
        {
            for (var guess = 0; guess < 5; guess++)
            {
                Assert.Null((await Host.Store.BeginAsync($"192.0.{time}.{guess}", "admin")).Wait);
            }

            await AssertLockedAsync("198.51.100.1", "admin", Minute);
            await Host.PassAsync(Minute);
        }
    }

    [Fact]
    public async Task After_a_quiet_hour_it_begins_anew()
    {
        await FailAsync(5);
        await Host.PassAsync(TimeSpan.FromMinutes(61));

        Assert.Equal(Minute, (await FailAsync(5))[^1].LocksAddress);
    }

    [Fact]
    public async Task Within_the_hour_an_earlier_lock_counts_also_when_it_failed_less_often_since()
    {
        await FailAsync(5);
        await Host.PassAsync(TimeSpan.FromMinutes(50));
        await FailAsync(1);
        await Host.PassAsync(TimeSpan.FromMinutes(50));

        Assert.Equal(2 * Minute, (await FailAsync(5))[^1].LocksAddress);
    }

    [Fact]
    public async Task Failures_that_are_spread_over_minutes_lock_nobody_out()
    {
        for (var failure = 0; failure < 12; failure++)
        {
            Assert.Equal(new SignInAttempt(null), Assert.Single(await FailAsync(1)));
            await Host.PassAsync(TimeSpan.FromSeconds(15));
        }
    }

    [Fact]
    public async Task A_success_wipes_the_failures_out()
    {
        await FailAsync(4);
        await Host.Store.ForgetAsync("192.0.2.1", "admin");

        Assert.All(await FailAsync(4), attempt => Assert.Equal(new SignInAttempt(null), attempt));
    }

    [Fact]
    public async Task Of_many_at_once_five_are_let_in()
    {
        var attempts = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => Task.Run(() => Host.Store.BeginAsync("192.0.2.1", "admin"))));

        Assert.Equal(5, attempts.Count(attempt => attempt.Wait is null));
        Assert.Single(attempts, attempt => attempt.LocksAddress is not null);
    }

    private async Task<List<SignInAttempt>> FailAsync(int times, string address = "192.0.2.1", string user = "admin")
    {
        List<SignInAttempt> attempts = [];
        for (var time = 0; time < times; time++)
        {
            attempts.Add(await Host.Store.BeginAsync(address, user));
        }

        return attempts;
    }

    private async Task AssertLockedAsync(string address, string user, TimeSpan length) =>
        Assert.InRange((await Host.Store.BeginAsync(address, user)).Wait ?? TimeSpan.Zero, length - TimeSpan.FromSeconds(30), length);
}
