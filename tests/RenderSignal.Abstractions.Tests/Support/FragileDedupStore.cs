using NodaTime;

namespace RenderSignal.Abstractions.Tests;

/// <summary>A store that cannot remember mails while a test says so; groups it can.</summary>
internal sealed class FragileDedupStore(IDedupStore inner, Func<bool> isBroken) : IDedupStore
{
    public Task<bool> IsProcessedAsync(string emailId, CancellationToken cancellationToken) => inner.IsProcessedAsync(emailId, cancellationToken);

    public Task MarkProcessedAsync(string emailId, CancellationToken cancellationToken) =>
        isBroken() ? throw new IOException("disk full") : inner.MarkProcessedAsync(emailId, cancellationToken);

    public Task<bool> ForgetProcessedAsync(string emailId, CancellationToken cancellationToken) => inner.ForgetProcessedAsync(emailId, cancellationToken);

    public Task<bool> IsGroupProcessedAsync(string groupId, CancellationToken cancellationToken) => inner.IsGroupProcessedAsync(groupId, cancellationToken);

    public Task MarkGroupProcessedAsync(string groupId, Duration? lifetime, CancellationToken cancellationToken) =>
        inner.MarkGroupProcessedAsync(groupId, lifetime, cancellationToken);
}
