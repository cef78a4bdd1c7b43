using NodaTime;

namespace RenderSignal;

/// <summary>Remembers which mails and which subject groups are done. What was remembered before the call returned survives a crash.</summary>
public interface IDedupStore
{
    /// <summary>Whether the mail with this id is done.</summary>
    Task<bool> IsProcessedAsync(string emailId, CancellationToken cancellationToken);

    /// <summary>Remembers that the mail is done.</summary>
    Task MarkProcessedAsync(string emailId, CancellationToken cancellationToken);

    /// <summary>Whether a mail of this subject group was sent.</summary>
    /// <param name="groupId">The group, scoped by month: <c>2026-11:lot_7</c>.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<bool> IsGroupProcessedAsync(string groupId, CancellationToken cancellationToken);

    /// <summary>Remembers that a mail of this subject group was sent.</summary>
    /// <param name="groupId">The group, scoped by month.</param>
    /// <param name="lifetime">After how long it is forgotten; null: after the store's own retention.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task MarkGroupProcessedAsync(string groupId, Duration? lifetime, CancellationToken cancellationToken);

    /// <summary>Forgets one email id, so that the mail is met as new. Its group stays.</summary>
    /// <returns>Whether it was remembered.</returns>
    Task<bool> ForgetProcessedAsync(string emailId, CancellationToken cancellationToken);
}
