namespace RenderSignal.Dedup.Redis.Tests;

public sealed class RedisPollerLockTests : LeaseTest
{
    [Fact]
    public async Task Of_many_servers_that_try_at_once_one_gets_the_lease()
    {
        await RememberLeaseAsync();
        TempServer[] servers = [await ServeAsync(), await ServeAsync(), await ServeAsync()];

        var attempts = await Task.WhenAll(servers.Select(server => server.Lock.TryAcquireAsync(Mailbox, Cancellation)));

        await using var lease = Assert.Single(attempts, attempt => attempt.Lease is not null).Lease;
        Assert.All(
            attempts.Where(attempt => attempt.Lease is null),
            attempt => Assert.Equal(("another_server_polls", false), (attempt.Obstacle!.Code, attempt.IsFault)));
        Log.AssertNoWarnings();
    }

    [Fact]
    public async Task A_lease_that_is_let_go_is_anothers_at_once()
    {
        await RememberLeaseAsync();
        var (one, other) = (await ServeAsync(), await ServeAsync());
        await (await AcquireAsync(one)).DisposeAsync();

        await using var taken = await AcquireAsync(other);
        Log.AssertNoWarnings();
    }

    [Fact]
    public async Task The_lease_of_a_server_that_died_ends_by_itself()
    {
        await RememberLeaseAsync("dead-server", await NowAsync() + 1500);
        var server = await ServeAsync();

        var refused = await server.Lock.TryAcquireAsync(Mailbox, Cancellation);
        Assert.Equal("another server polls this mailbox: dead-server", refused.Obstacle?.English);

        await using var taken = await WaitForAsync(async () => (await server.Lock.TryAcquireAsync(Mailbox, Cancellation)).Lease);
    }

    [Fact]
    public async Task A_lease_is_renewed_for_as_long_as_its_holder_lives()
    {
        await RememberLeaseAsync();
        var server = await ServeAsync();
        await using var lease = await AcquireAsync(server);
        var granted = await UntilOfRecordAsync();

        // Twice: then it would have run out without having been renewed.
        var renewed = await LaterThanAsync(granted);
        await LaterThanAsync(renewed);

        Assert.False(lease.Lost.IsCancellationRequested);
    }

    [Fact]
    public async Task Two_mailboxes_have_two_leases_and_two_installations_too()
    {
        await RememberLeaseAsync();
        await CommandAsync("HSET", RedisPollerLock.KeyOf("other@mail.test"), "holder", "", "until", 0, "term", 1);
        var (one, other) = (await ServeAsync(), await ServeAsync());
        await using var first = await AcquireAsync(one);

        var second = await other.Lock.TryAcquireAsync("other@mail.test", Cancellation);

        Assert.NotNull(second.Lease);
        await second.Lease.DisposeAsync();
    }

    [Fact]
    public async Task One_process_has_the_lease_once()
    {
        await RememberLeaseAsync();
        var server = await ServeAsync();
        await using var lease = await AcquireAsync(server);

        Assert.Equal("this_server_polls", (await server.Lock.TryAcquireAsync(Mailbox, Cancellation)).Obstacle?.Code);
    }

    [Fact]
    public async Task On_a_Redis_that_knows_no_lease_it_is_waited_for()
    {
        var server = await ServeAsync();

        var attempt = await server.Lock.TryAcquireAsync(Mailbox, Cancellation);

        Assert.Equal("redis_is_new", attempt.Obstacle?.Code);
        Assert.InRange(attempt.OverIn!.Value, TimeSpan.FromMilliseconds(1), Duration + TimeSpan.FromSeconds(1));
        await using var taken = await WaitForAsync(async () => (await server.Lock.TryAcquireAsync(Mailbox, Cancellation)).Lease);
    }

    [Fact]
    public async Task A_lease_that_Redis_has_forgotten_stays_with_its_holder()
    {
        await RememberLeaseAsync();
        var (one, other) = (await ServeAsync(), await ServeAsync());
        await using var lease = await AcquireAsync(one);

        await CommandAsync("DEL", Record);
        await WaitForMessageAsync("was given it again");

        Assert.Equal("another_server_polls", (await other.Lock.TryAcquireAsync(Mailbox, Cancellation)).Obstacle?.Code);
        Assert.False(lease.Lost.IsCancellationRequested);
    }

    [Fact]
    public async Task A_lease_that_Redis_has_forgotten_stays_with_its_holder_although_another_has_asked_since()
    {
        await RememberLeaseAsync();
        var (one, other) = (await ServeAsync(), await ServeAsync());
        await using var lease = await AcquireAsync(one);

        await RememberLeaseAsync(until: await NowAsync() + 60_000, term: 0); // as who asks a Redis that was restarted empty leaves it
        await WaitForMessageAsync("was given it again");

        Assert.Equal("another_server_polls", (await other.Lock.TryAcquireAsync(Mailbox, Cancellation)).Obstacle?.Code);
        Assert.False(lease.Lost.IsCancellationRequested);
    }

    [Fact]
    public async Task A_lease_that_another_has_taken_is_lost()
    {
        await RememberLeaseAsync();
        var server = await ServeAsync();
        await using var lease = await AcquireAsync(server);

        await RememberLeaseAsync("another", await NowAsync() + 60_000, term: 7);
        await UntilAsync(lease.Lost);

        Assert.Throws<LeaseLostException>(server.Claims.ThrowIfLeaseLost);
        await UntilAsync(server.Claims.LeaseEnded);
        await WaitForMessageAsync("another server may poll by now");
    }

    [Fact]
    public async Task While_Redis_is_away_a_lease_is_lost_before_it_runs_out_and_none_is_to_be_had()
    {
        await RememberLeaseAsync();
        var server = await ServeAsync();
        var lease = await AcquireAsync(server);

        await Redis.StopAsync();
        await UntilAsync(lease.Lost);
        server.Claims.ThrowIfLeaseLost(); // what is in hand may still be finished
        await UntilAsync(server.Claims.LeaseEnded);
        Assert.Throws<LeaseLostException>(server.Claims.ThrowIfLeaseLost);
        await lease.DisposeAsync();

        Assert.Equal("waits_for_redis", (await server.Lock.TryAcquireAsync(Mailbox, Cancellation)).Obstacle?.Code);
        await WaitForMessageAsync("Redis could not be asked to renew it");
    }

    [Fact]
    public async Task Without_a_duration_a_lock_file_decides()
    {
        var server = await ServeAsync(TimeSpan.Zero);

        Assert.False(server.Lock.IsConfigured);
        Assert.False(server.Claims.IsConfigured);
    }

    private async Task<long> LaterThanAsync(long known)
    {
        long until = 0;
        await WaitForAsync(async () => (until = await UntilOfRecordAsync()) > known ? "" : null);
        return until;
    }

    private async Task<long> UntilOfRecordAsync() => (long)await CommandAsync("HGET", Record, "until");
}
