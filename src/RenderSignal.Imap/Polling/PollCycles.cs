using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace RenderSignal.Imap;

/// <summary>Runs cycles and turns each failure into a pause and a log line. Never gives up.</summary>
internal sealed class PollCycles(IServiceProvider services, ComponentBoard board, TimeProvider time, ILogger logger)
{
    private static readonly Duration SignInPause = Duration.FromMinutes(5);
    private static readonly Duration SignInReminder = Duration.FromHours(6);

    private readonly IEmailPipeline _pipeline = services.GetRequiredService<IEmailPipeline>();
    private readonly IMailbox _mailbox = services.GetRequiredService<IMailbox>();
    private readonly ConnectBackoff _backoff = new(Random.Shared);
    private long? _signInToldAt;

    /// <param name="interval">How long to wait after a cycle that did not fail.</param>
    /// <param name="isRepeated">Whether cycles follow by themselves. One that was only asked for is not tried again: its failure speaks of no next try.</param>
    /// <param name="stopping">Ends the cycle.</param>
    /// <returns>How long to wait before the next cycle, and whether this one broke: failed by no fault of the mailbox.</returns>
    public async Task<(TimeSpan Pause, bool Broke)> RunAsync(TimeSpan interval, bool isRepeated, CancellationToken stopping)
    {
        try
        {
            await _pipeline.RunCycleAsync(_mailbox, stopping);
        }
        catch (MailboxUnavailableException exception) when (!isRepeated)
        {
            Log.RequestedCycleFailed(logger, exception.Message);
            return (interval, false);
        }
        catch (MailboxAuthenticationException exception)
        {
            return (OnSignInRefused(exception).ToTimeSpan(), false);
        }
        catch (MailboxUnavailableException exception)
        {
            var pause = _backoff.Fail();
            Log.MailboxUnavailable(logger, _backoff.Failures, exception.Message, pause.TotalSeconds);
            return (pause.ToTimeSpan(), false);
        }
        catch (Exception exception) when (!stopping.IsCancellationRequested)
        {
            board.Failed(ComponentNames.Poller, $"A poll cycle failed: {exception.Message}");
            if (!isRepeated)
            {
                Log.RequestedCycleBroke(logger, exception);
                return (interval, true);
            }

            var pause = _backoff.Fail();
            Log.CycleFailed(logger, _backoff.Failures, pause.TotalSeconds, exception);
            return (pause.ToTimeSpan(), true);
        }

        if (_backoff.Failures > 0 || _signInToldAt is not null)
        {
            Log.MailboxBack(logger);
            _backoff.Reset();
            _signInToldAt = null;
        }

        return (interval, false);
    }

    /// <summary>Wrong credentials mend themselves only by a human's hand: one ERROR, then a reminder now and then.</summary>
    private Duration OnSignInRefused(MailboxAuthenticationException exception)
    {
        if (_signInToldAt is not { } toldAt || Duration.FromTimeSpan(time.GetElapsedTime(toldAt)) >= SignInReminder)
        {
            _signInToldAt = time.GetTimestamp();
            Log.SignInRefused(logger, exception.Message, SignInPause.TotalSeconds);
        }

        return SignInPause;
    }
}
