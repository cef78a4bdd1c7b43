namespace RenderSignal.AspNetCore;

/// <summary>Asks the stores whether they can be read.</summary>
/// <remarks>One for all who ask: it tells what it caused itself from what others told the board of.</remarks>
internal sealed class StoresCheck(ILedger ledger, ISettingsReader settings, ComponentBoard board, TimeProvider time)
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(2);

    private readonly Lock _sync = new();
    private Task<RenderSignalSettings> _question = Task.FromCanceled<RenderSignalSettings>(new CancellationToken(canceled: true));

    // What the board said after a question that could not be answered, which a store may have told it of.
    private volatile ComponentStatus? _unanswered;

    /// <summary>The settings as the stores last told them; null: they have not answered yet.</summary>
    public RenderSignalSettings? LastSettings { get; private set; }

    /// <summary>
    /// That the stores can be read does not mean that they can be written: a failure that somebody else told of is not over yet. That
    /// they cannot be read is told in this answer, and the next question may find it mended.
    /// </summary>
    /// <returns>What went wrong; null: they answered.</returns>
    public async Task<string?> AskAsync(CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        var isToldOf = IsToldOf();
        try
        {
            LastSettings = await Ask().WaitAsync(either.Token);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            if (!isToldOf)
            {
                _unanswered = board.Find(ComponentNames.Stores);
            }

            return timeout.IsCancellationRequested || exception is OperationCanceledException ? $"no answer within {Timeout.TotalSeconds} s" : exception.Message;
        }

        if (!IsToldOf())
        {
            board.Succeeded(ComponentNames.Stores);
        }

        return null;
    }

    private bool IsToldOf() => board.Find(ComponentNames.Stores) is { State: ComponentState.Failing } failure && failure != _unanswered;

    // One question for all who ask while it waits, and on a thread of its own: a file on a disk that does not answer blocks.
    private Task<RenderSignalSettings> Ask()
    {
        lock (_sync)
        {
            return _question.IsCompleted ? _question = Task.Run(ReadAsync) : _question;
        }
    }

    private async Task<RenderSignalSettings> ReadAsync()
    {
        using var timeout = new CancellationTokenSource(Timeout, time);
        await ledger.FindAsync("health", timeout.Token);
        return await settings.GetAsync(timeout.Token);
    }
}
