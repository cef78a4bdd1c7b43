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

    private long _asked = time.GetTimestamp();
    private TimeSpan _lasts;
    private bool _isOnRedis;

    public async Task RenewAsync(TimeSpan longest, CancellationToken cancellationToken)
    {
        term?.ThrowIfLost();
        cancellationToken.ThrowIfCancellationRequested();
        var asked = time.GetTimestamp();
        var lasts = longest + Slack;
        if (await AskAsync(lasts) is { } wait && wait > TimeSpan.Zero)
        {
            throw new EmailClaimedException($"Another server may be sending this mail; its claim ends in {wait.TotalSeconds:0.#} s at the latest.");
        }

        (_asked, _lasts) = (asked, lasts);
    }

    public void ThrowIfLost()
    {
        term?.ThrowIfLost();
        if (time.GetElapsedTime(_asked) >= _lasts)
        {
            throw new LeaseLostException("the claim on this mail has run out, and another server may be sending it by now.");
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_isOnRedis)
        {
            await link.TryWriteAsync("release_claim", database => LeaseScripts.UnclaimAsync(database, key, server));
        }
    }

    /// <returns>How long another's claim lasts; zero: it is claimed. Null: Redis is away, and the lease's last word says that it cannot be another's.</returns>
    private async Task<TimeSpan?> AskAsync(TimeSpan lasts)
    {
        for (var isSecond = false; ; isSecond = true)
        {
            var answer = await link.WriteAsync<ClaimAnswer?>("claim_send", async database => await AskAsync(database, lasts), null);
            if (answer is not { } known)
            {
                return ByLastWord();
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
        new(await LeaseScripts.ClaimAsync(database, key, term?.Key ?? key, server, lasts, term?.Number));

    private TimeSpan? ByLastWord()
    {
        if ((term ?? current.Term) is { IsHeld: true })
        {
            return null;
        }

        throw term is null ? new EmailClaimedException("Redis is away, so that it cannot be told whether another server is sending this mail.") : LostWithRedis();
    }

    private static LeaseLostException LostWithRedis() => new("Redis is away, and the lease on the mailbox has run out meanwhile.");

    /// <param name="Wait">As <see cref="LeaseScripts.ClaimAsync"/> says.</param>
    private readonly record struct ClaimAnswer(TimeSpan? Wait);
}
