namespace RenderSignal;

/// <summary>Sends a mail again, or at last, because somebody wants it.</summary>
public interface IEmailReplayer
{
    /// <summary>
    /// Fetches the mail anew from its mailbox and sends it with its own <c>webhook-id</c>, whatever the rules say but for the switch
    /// that stops all sending. A mail that was sent before is sent as of then, so that the receiver gets the same again.
    /// </summary>
    /// <param name="emailId">The id of its ledger record.</param>
    /// <param name="cancellationToken">Ends the wait; a send in hand gets 5 seconds to be finished. What the receiver accepted is remembered.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled; if a send was cut short, the mail is as it was before.</exception>
    /// <exception cref="IOException">A store cannot be read or written.</exception>
    Task<ReplayResult> ReplayAsync(string emailId, CancellationToken cancellationToken);
}
