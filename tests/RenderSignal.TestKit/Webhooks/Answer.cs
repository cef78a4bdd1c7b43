namespace RenderSignal.TestKit;

/// <summary>What a <see cref="WebhookReceiver"/> answers to a request.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The body, sent as <c>application/json</c> unless <see cref="Headers"/> say otherwise.</param>
public sealed record Answer(int Status, string Body = "")
{
    /// <summary>200 with <c>{"success":true}</c>: what a receiver says that took the mail.</summary>
    public static Answer Success { get; } = new(200, """{"success":true}""");

    /// <summary>No answer at all, until the client gives up or the receiver stops.</summary>
    public static Answer Never { get; } =
        Success with { Hold = token => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token) };

    /// <summary>The connection is closed without an answer.</summary>
    public static Answer Cut { get; } = Success with { CutsConnection = true };

    /// <summary>Headers beside those that Kestrel writes.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    internal Func<CancellationToken, Task> Hold { get; private init; } = _ => Task.CompletedTask;

    internal bool CutsConnection { get; private init; }

    /// <summary>The same answer, given late.</summary>
    public Answer After(TimeSpan delay) => this with { Hold = token => Task.Delay(delay, TimeProvider.System, token) };

    /// <summary>The same answer, given when the test completes the task.</summary>
    public Answer After(Task released) => this with { Hold = released.WaitAsync };

    /// <summary>The same answer with one more header.</summary>
    public Answer With(string header, string value) =>
        this with { Headers = new Dictionary<string, string>(Headers) { [header] = value } };
}
