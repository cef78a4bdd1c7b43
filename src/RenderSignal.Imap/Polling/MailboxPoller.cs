using Microsoft.Extensions.Options;

namespace RenderSignal.Imap;

internal sealed class MailboxPoller(
    IMailbox mailbox, IEmailPipeline pipeline, IOptions<ImapOptions> imapOptions, IOptions<PollingOptions> pollingOptions) : IMailboxPoller
{
    public async Task<CycleSummary> PollOnceAsync(CancellationToken cancellationToken)
    {
        if (ValidateImapOptions.Missing(imapOptions.Value).ToList() is { Count: > 0 } missing)
        {
            throw new OptionsValidationException(Options.DefaultName, typeof(ImapOptions), missing);
        }

        var lockFile = PollerLock.PathFor(pollingOptions.Value, imapOptions.Value);
        using var held = Acquire(lockFile) ?? throw new MailboxUnavailableException(
            $"Another process polls this mailbox: it holds {lockFile}. Stop it first, or leave the polling to it.");
        return await pipeline.RunCycleAsync(mailbox, cancellationToken);
    }

    private static PollerLock? Acquire(string lockFile)
    {
        try
        {
            return PollerLock.TryAcquire(lockFile);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new MailboxUnavailableException(
                $"The lock file {lockFile} cannot be opened: {exception.Message} Set BG_POLLER_LOCK_FILE to a path this process may write.", exception);
        }
    }
}
