using Microsoft.Extensions.Options;

namespace RenderSignal.Imap;

/// <summary>Wakes the polling service for a cycle that somebody asked for.</summary>
internal sealed class CycleTrigger(IOptions<ImapOptions> options) : ICycleTrigger
{
    private readonly Lock _sync = new();
    private TaskCompletionSource _requested = NewRequest();

    public IReadOnlyList<string> MissingSettings => [.. ValidateImapOptions.Missing(options.Value)];

    /// <summary>Ends when a cycle is asked for that has not been taken.</summary>
    public Task Requested
    {
        get
        {
            lock (_sync)
            {
                return _requested.Task;
            }
        }
    }

    public void Request()
    {
        lock (_sync)
        {
            _requested.TrySetResult();
        }
    }

    /// <returns>Whether a cycle was asked for; the request is taken by this.</returns>
    public bool TryTake()
    {
        lock (_sync)
        {
            if (!_requested.Task.IsCompleted)
            {
                return false;
            }

            _requested = NewRequest();
            return true;
        }
    }

    private static TaskCompletionSource NewRequest() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
