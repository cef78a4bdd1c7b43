namespace RenderSignal;

/// <summary>Sends a mail again, or at last, because somebody wants it.</summary>
public interface IEmailReplayer
{
    /// <summary>
    /// Fetches the mail anew from its mailbox and sends it with its own <c>webhook-id</c>, whatever the rules say but for the switch
    /// that stops all sending. A mail that was sent before is sent as of then, so that the receiver gets the same again.
    /// </summary>
    /// <param name="emailId">The id of its ledger record.</param>
    /// <param name="cancellationToken">Ends the wait; what the receiver accepted is remembered all the same.</param>
    Task<ReplayResult> ReplayAsync(string emailId, CancellationToken cancellationToken);
}
