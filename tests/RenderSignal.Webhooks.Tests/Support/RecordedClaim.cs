namespace RenderSignal.Webhooks.Tests;

/// <summary>A claim that is lost or refused when a test wants it.</summary>
internal sealed class RecordedClaim : ISendClaim
{
    public List<TimeSpan> Renewed { get; } = [];

    public Action OnRenew { get; init; } = () => { };

    public bool IsLost { get; init; }

    public Task RenewAsync(TimeSpan longest, CancellationToken cancellationToken)
    {
        OnRenew();
        Renewed.Add(longest);
        return Task.CompletedTask;
    }

    public void ThrowIfLost()
    {
        if (IsLost)
        {
            throw new LeaseLostException("the lease is lost.");
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
