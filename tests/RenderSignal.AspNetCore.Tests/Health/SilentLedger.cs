using NodaTime;

namespace RenderSignal.AspNetCore.Tests;

/// <summary>A ledger on a disk that does not answer any more.</summary>
internal sealed class SilentLedger : ILedger
{
    private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Asked => _asked.Task;

    public Task<LedgerRecord?> FindAsync(string id, CancellationToken cancellationToken)
    {
        _asked.TrySetResult();
        return new TaskCompletionSource<LedgerRecord?>().Task;
    }

    public Task<LedgerRecord?> UpdateAsync(string id, Func<LedgerRecord?, LedgerRecord?> change, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<LedgerPage> ListAsync(LedgerQuery query, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<WebhookLogEntry>> ListLogAsync(Instant since, int limit, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<IReadOnlyList<LedgerCount>> CountAsync(Instant from, Instant to, CancellationToken cancellationToken) =>
        throw new NotSupportedException();
}
