using Microsoft.Extensions.Options;

namespace RenderSignal.Imap;

internal sealed class MailboxPoller(
    IMailbox mailbox, IEmailPipeline pipeline, IOptions<ImapOptions> imapOptions, IOptions<PollingOptions> pollingOptions) : IMailboxPoller
{
    public async Task<CycleSummary> PollOnceAsync(CancellationToken cancellationToken)
    {
        var lockFile = PollerLock.PathFor(pollingOptions.Value, imapOptions.Value);
        using var held = PollerLock.TryAcquire(lockFile) ?? throw new MailboxUnavailableException(
            $"Another process polls this mailbox: it holds {lockFile}. Stop it first, or leave the polling to it.");
        return await pipeline.RunCycleAsync(mailbox, cancellationToken);
    }
}
