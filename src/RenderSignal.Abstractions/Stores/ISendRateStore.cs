using NodaTime;

namespace RenderSignal;

/// <summary>Counts the mails sent in the custom format, for the hourly limit.</summary>
public interface ISendRateStore
{
    /// <summary>How many mails were sent at or after an instant, each counted once. Sends older than an hour may be forgotten.</summary>
    Task<int> CountSinceAsync(Instant since, CancellationToken cancellationToken);

    /// <summary>Records that a mail is sent, whatever becomes of it. Of a mail that is sent again the newest time counts.</summary>
    Task RecordAsync(string emailId, Instant at, CancellationToken cancellationToken);
}
