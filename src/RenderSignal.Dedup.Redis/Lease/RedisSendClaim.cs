using StackExchange.Redis;

namespace RenderSignal.Dedup.Redis;

/// <summary>A mail that is this process's to send.</summary>
/// <param name="key">The claim.</param>
/// <param name="term">The lease under which it is sent; null: none is needed, or nobody asked for one.</param>
/// <param name="link">Redis.</param>
/// <param name="server">This process.</param>
/// <param name="current">The lease that this process holds, whatever the mail is sent for.</param>
/// <param name="time">What elapses.</param>
internal sealed class RedisSendClaim(
    RedisKey key, LeaseTerm? term, RedisLink link, LeaseHolder server, CurrentLease current, TimeProvider time) : ISendClaim
{
    /// <summary>Between the end of a request and the end of its claim.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(2);

    /// <summary>Another one for each send: a claim that was left to run out holds back its own server too.</summary>
    private readonly string _owner = $"{server.Id}:{Guid.NewGuid():N}";

    private Moment _asked = Moment.Now(time);
    private TimeSpan _lasts;
    private bool _isOnRedis;

    public async Task RenewAsync(TimeSpan longest, CancellationToken cancellationToken)
    {
        term?.ThrowIfLost();
        cancellationToken.ThrowIfCancellationRequested();
        var asked = Moment.Now(time);
        var lasts = longest + Slack;
        if (await AskAsync(longest, lasts) is { } wait && wait > TimeSpan.Zero)
        {
            throw new EmailClaimedException($"Another server may be sending this mail; its claim ends in {wait.TotalSeconds:0.#} s at the latest.");
        }

        (_asked, _lasts) = (asked, lasts);
    }

    public void ThrowIfLost()
    {
        term?.ThrowIfLost();
        if (_asked.Elapsed(time) >= _lasts)
        {
            throw new LeaseLostException("the claim on this mail has run out, and another server may be sending it by now.");
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_isOnRedis)
        {
            await link.InsistAsync(
                "release_claim",
                async database =>
                {
                    await LeaseScripts.UnclaimAsync(database, key, _owner);
                    return true;
                },
                false);
        }
    }

    /// <returns>How long another's claim lasts; zero: it is claimed. Null: Redis is away, and the lease's last word says that it cannot be another's.</returns>
    private async Task<TimeSpan?> AskAsync(TimeSpan longest, TimeSpan lasts)
    {
        for (var isSecond = false; ; isSecond = true)
        {
            // Also of a Redis that is still being given what it lacks: what it answers here is true.
            var answer = await link.InsistAsync<ClaimAnswer?>("claim_send", async database => await AskAsync(database, lasts), null);
            if (answer is not { } known)
            {
                return ByLastWord(longest);
            }

            if (known.Wait is { } wait)
            {
                _isOnRedis |= wait == TimeSpan.Zero;
                return wait;
            }

            // The lease is another's, or Redis has lost its record.
            if (isSecond || !await term!.RenewAsync())
            {
                throw new LeaseLostException("Redis says that the lease on the mailbox is another server's.");
            }
        }
    }

    private async Task<ClaimAnswer> AskAsync(IDatabase database, TimeSpan lasts) =>
        new(await LeaseScripts.ClaimAsync(database, key, _owner, term?.Key ?? key, server, lasts, term?.Number));

    /// <summary>A send of a poll cycle is broken off when the lease ends. One by hand is not, so it must be over by then.</summary>
    private TimeSpan? ByLastWord(TimeSpan longest) => term is null
        ? current.Term?.Left >= longest ? null : throw new EmailClaimedException("Redis is away, so that it cannot be told whether another server is sending this mail.")
        : term.IsHeld ? null : throw new LeaseLostException("Redis is away, and the lease on the mailbox has run out meanwhile.");

    /// <param name="Wait">As <see cref="LeaseScripts.ClaimAsync"/> says.</param>
    private readonly record struct ClaimAnswer(TimeSpan? Wait);
}
