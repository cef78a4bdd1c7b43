using NodaTime;

namespace RenderSignal;

/// <summary>Counts the mails sent in the custom format, for the hourly limit.</summary>
public interface ISendRateStore
{
    /// <summary>How many mails were sent at or after an instant, each counted once. Sends older than an hour may be forgotten.</summary>
    Task<int> CountSinceAsync(Instant since, CancellationToken cancellationToken);

    /// <summary>
    /// Records that a mail is sent, whatever becomes of it, unless the limit is reached: one step, so that of many who ask at once none
    /// gets a place that is taken. Of a mail that is sent again the newest time counts.
    /// </summary>
    /// <param name="emailId">The mail.</param>
    /// <param name="at">When it is sent.</param>
    /// <param name="limit">How many mails may be sent in an hour; 0: any number.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>False: as many mails as the limit allows were sent in the hour before <paramref name="at"/>, and nothing was recorded.</returns>
    Task<bool> TryRecordAsync(string emailId, Instant at, int limit, CancellationToken cancellationToken);

    /// <summary>Records that a mail is sent, without any limit.</summary>
    Task RecordAsync(string emailId, Instant at, CancellationToken cancellationToken) => TryRecordAsync(emailId, at, 0, cancellationToken);
}
