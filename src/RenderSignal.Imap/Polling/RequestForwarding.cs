using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace RenderSignal.Imap;

/// <summary>Passes on to the server that polls that somebody asks for a cycle, where servers can tell each other.</summary>
internal sealed class RequestForwarding(
    IOptions<ImapOptions> imap, CycleTrigger trigger, ILogger<PollingService> logger, ICycleRequests? requests = null)
{
    /// <summary>Asks whoever polls; false: nobody can be asked.</summary>
    public async Task<bool> TryForwardAsync(CancellationToken cancellationToken)
    {
        if (requests is null || !await requests.ForwardAsync(imap.Value.MailboxAddress, cancellationToken))
        {
            return false;
        }

        Log.RequestForwarded(logger);
        return true;
    }

    /// <summary>To be called by the process that polls.</summary>
    /// <returns>What is to be disposed of when it does so no longer.</returns>
    public IDisposable? Listen() => requests?.Listen(imap.Value.MailboxAddress, trigger.Request);
}
