using Microsoft.Extensions.Options;

namespace RenderSignal.Imap;

internal sealed class MailboxPoller(
    IMailbox mailbox, IEmailPipeline pipeline, IOptions<ImapOptions> options, PollerLocks locks, TimeProvider time) : IMailboxPoller
{
    /// <summary>Whoever wants one cycle now rather waits than tries again by hand.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(60);

    public async Task<CycleSummary> PollOnceAsync(CancellationToken cancellationToken)
    {
        if (ValidateImapOptions.Missing(options.Value).ToList() is { Count: > 0 } missing)
        {
            throw new OptionsValidationException(Options.DefaultName, typeof(ImapOptions), missing);
        }

        await using var lease = await AcquireAsync(cancellationToken);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lease.Lost);
        var summary = await pipeline.RunCycleAsync(mailbox, ended.Token);
        return lease.Lost.IsCancellationRequested
            ? throw new MailboxUnavailableException($"The right to poll the mailbox was lost during the cycle; what it did: {summary}.")
            : summary;
    }

    private async Task<IPollerLease> AcquireAsync(CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        while (true)
        {
            var attempt = await locks.InUse.TryAcquireAsync(options.Value.MailboxAddress, cancellationToken);
            if (attempt.Lease is { } lease)
            {
                return lease;
            }

            if (attempt.IsFault)
            {
                throw new MailboxUnavailableException($"The mailbox is not polled: {attempt.Obstacle}.");
            }

            if (attempt.OverIn is not { } wait || time.GetElapsedTime(started) + wait > LongestWait)
            {
                throw new PolledElsewhereException($"The mailbox is not polled: {attempt.Obstacle}. {attempt.Detail}".TrimEnd());
            }

            await Task.Delay(wait, time, cancellationToken);
        }
    }
}
