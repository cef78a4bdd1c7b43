using Microsoft.Extensions.Options;

namespace RenderSignal.Dedup.Redis;

/// <summary>Claims mails on Redis before they are sent, under the lease.</summary>
internal sealed class RedisSendClaims(IOptions<RedisOptions> options, RedisLink link, LeaseHolder server, CurrentLease current, TimeProvider time) : ISendClaims
{
    public bool IsConfigured => options.Value.UsesLease;

    public CancellationToken LeaseEnded => current.Term?.Ended ?? CancellationToken.None;

    public bool IsShared => link.IsAvailable;

    public void ThrowIfLeaseLost() => current.Term?.ThrowIfLost();

    public async Task<ISendClaim> ClaimAsync(string emailId, bool isByHand, CancellationToken cancellationToken)
    {
        var claim = new RedisSendClaim($"r:ss:sending:v1:{emailId}", isByHand ? null : current.Term, link, server, current, time);
        await claim.RenewAsync(ISendClaim.FirstTerm, cancellationToken);
        return claim;
    }
}
