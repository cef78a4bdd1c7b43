namespace RenderSignal;

/// <summary>
/// Keeps several servers from sending one mail at once, and one that was paused from acting on a lease that it has lost meanwhile.
/// Safe for concurrent use.
/// </summary>
public interface ISendClaims
{
    /// <summary>Whether these claims are set up. Without any that are, nothing is claimed.</summary>
    bool IsConfigured { get; }

    /// <summary>
    /// Cancelled at the last moment at which what the lease allows may still be done: what is in hand then is broken off.
    /// Follows <see cref="IPollerLease.Lost"/> by a second or two. <see cref="CancellationToken.None"/> when no lease is held.
    /// </summary>
    CancellationToken LeaseEnded { get; }

    /// <summary>
    /// Whether the other servers learn at once what this one has done. While they do not, each mail is marked seen as soon as it is done:
    /// the mailbox is what they will learn it from if this server does not live to tell them.
    /// </summary>
    bool IsShared { get; }

    /// <summary>To be asked right before anything is acknowledged that a poll cycle decided: judges by this machine's clock, and asks nobody.</summary>
    /// <exception cref="LeaseLostException">The lease that the cycle began with is lost.</exception>
    void ThrowIfLeaseLost();

    /// <summary>Claims a mail for this process, for <see cref="ISendClaim.FirstTerm"/>.</summary>
    /// <param name="emailId">The mail.</param>
    /// <param name="isByHand">Whether somebody wants it sent, beside the poll cycles: no lease is needed then.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>What gives the mail free when it is disposed of.</returns>
    /// <exception cref="EmailClaimedException">Another server may be sending it.</exception>
    /// <exception cref="LeaseLostException">It is not by hand, and the lease is lost.</exception>
    Task<ISendClaim> ClaimAsync(string emailId, bool isByHand, CancellationToken cancellationToken);
}
