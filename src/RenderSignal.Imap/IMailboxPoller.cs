using Microsoft.Extensions.Options;

namespace RenderSignal.Imap;

/// <summary>Polls the mailbox on request, beside the schedule.</summary>
public interface IMailboxPoller
{
    /// <summary>Runs one cycle now, whatever the schedule and <see cref="PollingOptions.Enabled"/> say.</summary>
    /// <exception cref="OptionsValidationException">Settings of the mailbox are missing; the message names each.</exception>
    /// <exception cref="MailboxUnavailableException">The mailbox could not be read, or another process polls it.</exception>
    Task<CycleSummary> PollOnceAsync(CancellationToken cancellationToken);
}
