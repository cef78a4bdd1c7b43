namespace RenderSignal;

/// <summary>The right of this process to send one mail, until it is disposed of or expires.</summary>
public interface ISendClaim : IAsyncDisposable
{
    /// <summary>For how long a mail is claimed before <see cref="RenewAsync"/> says how long its request may take: 30 seconds.</summary>
    static TimeSpan FirstTerm => TimeSpan.FromSeconds(30);

    /// <summary>
    /// To be called before each request: makes the claim last until the request must be over. A target that makes one request which takes
    /// no longer than <see cref="FirstTerm"/> need not call it.
    /// </summary>
    /// <param name="longest">How long the request may take at the most.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="EmailClaimedException">Another server may be sending the mail.</exception>
    /// <exception cref="LeaseLostException">The lease under which it was claimed is lost.</exception>
    Task RenewAsync(TimeSpan longest, CancellationToken cancellationToken);

    /// <summary>To be called at the last moment before a request leaves: asks nobody, judges by this machine's clock.</summary>
    /// <exception cref="LeaseLostException">The process was paused, and what it claimed may be another's by now.</exception>
    void ThrowIfLost();
}
