namespace RenderSignal.Abstractions.Tests;

/// <summary>Claims that are lost at the moment that a test chooses: no real lease can be made to.</summary>
internal sealed class FragileClaims : ISendClaims, IDisposable
{
    private readonly CancellationTokenSource _ended = new();
    private int _questions;

    public bool IsConfigured => true;

    public CancellationToken LeaseEnded => _ended.Token;

    public bool IsShared { get; set; } = true;

    /// <summary>After how many of these questions is the answer that the lease is lost; null: never.</summary>
    public int? LostAfterQuestions { get; set; }

    /// <summary>What happens when a mail is claimed.</summary>
    public Func<string, Task> OnClaim { get; set; } = _ => Task.CompletedTask;

    public int Claimed { get; private set; }

    public int Released { get; private set; }

    public bool IsLost { get; private set; }

    /// <summary>The lease ends while something is in hand.</summary>
    public void End()
    {
        IsLost = true;
        _ended.Cancel();
    }

    public void ThrowIfLeaseLost()
    {
        IsLost |= _questions++ == LostAfterQuestions;
        if (IsLost)
        {
            throw new LeaseLostException("the lease is lost.");
        }
    }

    public async Task<ISendClaim> ClaimAsync(string emailId, bool isByHand, CancellationToken cancellationToken)
    {
        await OnClaim(emailId);
        Claimed++;
        return new Claim(this);
    }

    public void Dispose() => _ended.Dispose();

    private sealed class Claim(FragileClaims claims) : ISendClaim
    {
        public Task RenewAsync(TimeSpan longest, CancellationToken cancellationToken) => Task.CompletedTask;

        public void ThrowIfLost()
        {
            if (claims.IsLost)
            {
                throw new LeaseLostException("the lease is lost.");
            }
        }

        public ValueTask DisposeAsync()
        {
            claims.Released++;
            return ValueTask.CompletedTask;
        }
    }
}
