namespace RenderSignal;

/// <summary>Has the mailbox polled now, beside the schedule.</summary>
public interface ICycleTrigger
{
    /// <summary>What must be set before the mailbox can be polled: one sentence a variable. Empty: nothing.</summary>
    IReadOnlyList<string> MissingSettings { get; }

    /// <summary>
    /// Asks for a cycle and returns at once. It begins when the running one, if any, has ended; whatever the schedule says, and also in a
    /// process that does not poll by itself. Requests that wait become one cycle. While another process polls the mailbox, the request is
    /// passed on to it where servers can tell each other (<see cref="ICycleRequests"/>), else it is dropped, and the log says so.
    /// </summary>
    void Request();
}
