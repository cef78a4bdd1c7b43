using Microsoft.Extensions.Logging;

namespace RenderSignal;

/// <summary>Collects the mails that are done and marks them seen together; each at once while no other server knows that it is done.</summary>
/// <param name="session">The mailbox.</param>
/// <param name="claims">Asked right before: who lost the lease acknowledges nothing. Null: no lease is needed.</param>
/// <param name="logger">Where failures are told.</param>
internal sealed class SeenBatch(IMailboxSession session, SendClaims? claims, ILogger logger)
{
    private const int Capacity = 50;

    private readonly List<MessageUid> _waiting = [];

    public async Task AddAsync(MessageUid uid, CancellationToken cancellationToken)
    {
        _waiting.Add(uid);
        if (_waiting.Count >= Capacity || claims is { AreShared: false })
        {
            await FlushAsync(cancellationToken);
        }
    }

    /// <summary>Marks one mail now.</summary>
    public Task AddAndFlushAsync(MessageUid uid, CancellationToken cancellationToken)
    {
        _waiting.Add(uid);
        return FlushAsync(cancellationToken);
    }

    /// <summary>Marks what waits. A failure is no loss: these mails are remembered, and the next cycle marks them.</summary>
    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        if (_waiting.Count == 0)
        {
            return;
        }

        try
        {
            claims?.ThrowIfLeaseLost();
            await session.MarkSeenAsync(_waiting, cancellationToken);
        }
        catch (LeaseLostException exception)
        {
            Log.SeenLeftToOthers(logger, _waiting.Count, exception.Message);
        }
        catch (Exception exception)
        {
            // Whatever it was, it must not reach the mail in hand: that one is done.
            Log.SeenNotStored(logger, _waiting.Count, exception);
        }

        _waiting.Clear();
    }
}
