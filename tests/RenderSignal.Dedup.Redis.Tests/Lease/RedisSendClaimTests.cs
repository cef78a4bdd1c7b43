namespace RenderSignal.Dedup.Redis.Tests;

public sealed class RedisSendClaimTests : LeaseTest
{
    [Fact]
    public async Task A_mail_is_one_servers_to_send_until_it_gives_it_free()
    {
        var (one, other) = (await ServeAsync(), await ServeAsync());
        var claim = await one.Claims.ClaimAsync("mail-1", isByHand: true, Cancellation);

        await Assert.ThrowsAsync<EmailClaimedException>(() => other.Claims.ClaimAsync("mail-1", isByHand: true, Cancellation));
        await (await other.Claims.ClaimAsync("mail-2", isByHand: true, Cancellation)).DisposeAsync();
        await claim.DisposeAsync();

        await (await other.Claims.ClaimAsync("mail-1", isByHand: true, Cancellation)).DisposeAsync();
        Log.AssertNoWarnings();
    }

    [Fact]
    public async Task A_mail_is_one_send_s_also_within_a_server()
    {
        var server = await ServeAsync();
        await using var claim = await server.Claims.ClaimAsync("mail", isByHand: true, Cancellation);

        await Assert.ThrowsAsync<EmailClaimedException>(() => server.Claims.ClaimAsync("mail", isByHand: true, Cancellation));
        await claim.RenewAsync(TimeSpan.FromSeconds(30), Cancellation);
    }

    [Fact]
    public async Task Of_many_servers_that_claim_a_mail_at_once_one_has_it()
    {
        var servers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => ServeAsync()));

        var claims = await Task.WhenAll(servers.Select(TryClaimAsync));

        await Assert.Single(claims.OfType<ISendClaim>()).DisposeAsync();
    }

    [Fact]
    public async Task A_claim_lasts_for_as_long_as_its_request_may_take_and_then_ends_by_itself()
    {
        var (one, other) = (await ServeAsync(), await ServeAsync());
        var claim = await one.Claims.ClaimAsync("mail", isByHand: true, Cancellation);
        await claim.RenewAsync(TimeSpan.FromMilliseconds(1), Cancellation);

        await using var taken = await WaitForAsync(() => TryClaimAsync(other));

        Assert.Throws<LeaseLostException>(claim.ThrowIfLost);
        await claim.DisposeAsync(); // which must not give the other's claim free
        await Assert.ThrowsAsync<EmailClaimedException>(() => one.Claims.ClaimAsync("mail", isByHand: true, Cancellation));
    }

    [Fact]
    public async Task Under_a_lease_that_another_has_taken_nothing_is_claimed()
    {
        await RememberLeaseAsync();
        var server = await ServeAsync(TimeSpan.FromMinutes(1));
        await using var lease = await AcquireAsync(server);
        await RememberLeaseAsync("another", await NowAsync() + 60_000, term: 7);

        await Assert.ThrowsAsync<LeaseLostException>(() => server.Claims.ClaimAsync("mail", isByHand: false, Cancellation));

        Assert.True(lease.Lost.IsCancellationRequested);
        await (await server.Claims.ClaimAsync("mail", isByHand: true, Cancellation)).DisposeAsync();
    }

    [Fact]
    public async Task A_lease_that_Redis_has_forgotten_is_given_back_by_the_first_claim()
    {
        await RememberLeaseAsync();
        var server = await ServeAsync(TimeSpan.FromMinutes(1));
        await using var lease = await AcquireAsync(server);
        await CommandAsync("DEL", Record);

        await using var claim = await server.Claims.ClaimAsync("mail", isByHand: false, Cancellation);

        Assert.True((bool)await CommandAsync("EXISTS", Record));
        Assert.False(lease.Lost.IsCancellationRequested);
    }

    [Fact]
    public async Task While_Redis_is_away_the_holder_of_the_lease_sends_on_until_it_runs_out_and_nobody_else_sends()
    {
        await RememberLeaseAsync();
        var (holder, other) = (await ServeAsync(), await ServeAsync());
        await using var lease = await AcquireAsync(holder);
        await Redis.StopAsync();

        await (await holder.Claims.ClaimAsync("mail", isByHand: false, Cancellation)).DisposeAsync();
        await Assert.ThrowsAsync<EmailClaimedException>(() => holder.Claims.ClaimAsync("mail", isByHand: true, Cancellation)); // it may take longer than the lease
        await Assert.ThrowsAsync<EmailClaimedException>(() => other.Claims.ClaimAsync("mail", isByHand: true, Cancellation));
        await Assert.ThrowsAsync<EmailClaimedException>(() => other.Claims.ClaimAsync("mail", isByHand: false, Cancellation));

        await UntilAsync(holder.Claims.LeaseEnded);
        await Assert.ThrowsAsync<LeaseLostException>(() => holder.Claims.ClaimAsync("mail", isByHand: false, Cancellation));
    }

    private static async Task<ISendClaim?> TryClaimAsync(TempServer server)
    {
        try
        {
            return await server.Claims.ClaimAsync("mail", isByHand: true, Cancellation);
        }
        catch (EmailClaimedException)
        {
            return null;
        }
    }
}
