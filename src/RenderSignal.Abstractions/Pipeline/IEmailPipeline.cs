namespace RenderSignal;

/// <summary>Takes the unseen mails of a mailbox one by one through decision, delivery and acknowledgement.</summary>
public interface IEmailPipeline
{
    /// <summary>
    /// Runs one cycle. Where several servers share the work, whoever calls this by himself holds a lease of <see cref="IPollerLock"/>
    /// meanwhile, as the polling service does: without one only the claim on each mail keeps two servers apart.
    /// </summary>
    /// <param name="mailbox">Where the mails are.</param>
    /// <param name="stopping">
    /// Ends the cycle cleanly: no further mail is begun, the one in hand gets 5 seconds to be finished, what was decided is stored.
    /// </param>
    /// <returns>What was met and what became of it; also when the cycle was ended early.</returns>
    /// <exception cref="MailboxAuthenticationException">The server refused the user or the password.</exception>
    /// <exception cref="MailboxUnavailableException">The mailbox could not be read; mails not yet decided stay unseen.</exception>
    Task<CycleSummary> RunCycleAsync(IMailbox mailbox, CancellationToken stopping);
}
