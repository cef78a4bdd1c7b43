using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace RenderSignal.Imap;

/// <summary>For a process that does not poll by itself: somebody may ask for a cycle all the same.</summary>
internal sealed class RequestedCycles(IServiceProvider services, CycleTrigger trigger, RequestForwarding forwarding, ComponentBoard board, ILogger<PollingService> logger)
{
    public async Task RunAsync(CancellationToken stopping)
    {
        board.Rests(ComponentNames.Poller, PollingNotes.NotStartedToPoll);
        while (true)
        {
            await trigger.Requested.WaitAsync(stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (stopping.IsCancellationRequested)
            {
                return;
            }

            trigger.TryTake();
            await RunOnceAsync(stopping);
        }
    }

    private async Task RunOnceAsync(CancellationToken stopping)
    {
        try
        {
            await services.GetRequiredService<IMailboxPoller>().PollOnceAsync(stopping);
        }
        catch (PolledElsewhereException exception)
        {
            if (!await forwarding.TryForwardAsync(stopping))
            {
                Log.RequestedCycleFailed(logger, exception.Message);
            }
        }
        catch (Exception exception) when (exception is MailboxUnavailableException or OptionsValidationException)
        {
            Log.RequestedCycleFailed(logger, exception.Message);
        }
        catch (Exception exception) when (!stopping.IsCancellationRequested)
        {
            Log.RequestedCycleBroke(logger, exception);
            board.Failed(ComponentNames.Poller, $"A poll cycle failed: {exception.Message}");
        }
        catch (OperationCanceledException)
        {
            // The process stops.
        }
        finally
        {
            Rest();
        }
    }

    /// <summary>Nobody tries again by himself: what failed stays told as the last error, but it holds nothing up.</summary>
    private void Rest()
    {
        board.Rests(ComponentNames.Poller, PollingNotes.NotStartedToPoll);
        if (board.Find(ComponentNames.Mailbox) is { State: ComponentState.Failing })
        {
            board.Rests(ComponentNames.Mailbox, PollingNotes.NotStartedToPoll);
        }
    }
}
