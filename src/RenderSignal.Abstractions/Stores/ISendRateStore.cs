using NodaTime;

namespace RenderSignal;

/// <summary>Counts the mails sent in the custom format, for the hourly limit.</summary>
public interface ISendRateStore
{
    /// <summary>How many sends were recorded at or after an instant. Sends older than an hour may be forgotten.</summary>
    Task<int> CountSinceAsync(Instant since, CancellationToken cancellationToken);

    /// <summary>Records one send, whatever becomes of it and however many tries it takes.</summary>
    Task RecordAsync(Instant at, CancellationToken cancellationToken);
}
