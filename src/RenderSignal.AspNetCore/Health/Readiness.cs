using Microsoft.AspNetCore.Http;
using NodaTime;

namespace RenderSignal.AspNetCore;

/// <summary>Asks the stores, and reads from the board how the other parts fare.</summary>
internal sealed class Readiness
{
    private const int LongestError = 300;

    private static readonly TimeSpan StoresTimeout = TimeSpan.FromSeconds(2);
    private static readonly string[] Always = [ComponentNames.Mailbox, ComponentNames.Poller, ComponentNames.Stores, ComponentNames.Receiver];

    // What the board said after a question that could not be answered, which a store may have told it of.
    private volatile ComponentStatus? _unanswered;

    public async Task<ReadinessAnswer> AskAsync(
        HttpResponse response,
        ILedger ledger,
        ISettingsReader settings,
        ComponentBoard board,
        PollActivity activity,
        IClock clock,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        var error = await AskStoresAsync(ledger, settings, board, time, cancellationToken);
        var components = Collect(board, activity);
        if (error is not null)
        {
            components[ComponentNames.Stores] = Failing(components[ComponentNames.Stores], error, clock.GetCurrentInstant());
        }

        var isReady = components.Values.All(component => component.State != ComponentState.Failing);
        response.StatusCode = isReady ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        return ReadinessAnswer.From(isReady, components.Values);
    }

    private static OrderedDictionary<string, ComponentStatus> Collect(ComponentBoard board, PollActivity activity)
    {
        var components = new OrderedDictionary<string, ComponentStatus>();
        foreach (var name in Always)
        {
            components[name] = new ComponentStatus(name, ComponentState.Resting, activity.Current.StartedAt) { Note = "not used yet" };
        }

        foreach (var status in board.All)
        {
            components[status.Name] = status;
        }

        return components;
    }

    private static ComponentStatus Failing(ComponentStatus status, string error, Instant now) => status with
    {
        State = ComponentState.Failing,
        Since = status.State == ComponentState.Failing ? status.Since : now,
        Note = null,
        LastFailure = now,
        LastError = PrintableText.For(error, LongestError),
    };

    /// <summary>
    /// That the stores can be read does not mean that they can be written: a failure that somebody else told of is not over yet. That
    /// they cannot be read is told in this answer, and the next question may find it mended.
    /// </summary>
    /// <returns>What went wrong; null: they answered.</returns>
    private async Task<string?> AskStoresAsync(
        ILedger ledger, ISettingsReader settings, ComponentBoard board, TimeProvider time, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(StoresTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        var token = either.Token;
        var isToldOf = IsToldOf(board);
        try
        {
            // On a thread of its own: a file on a disk that does not answer blocks.
            await Task.Run(() => ReadAsync(ledger, settings, token), token).WaitAsync(token);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            if (!isToldOf)
            {
                _unanswered = board.Find(ComponentNames.Stores);
            }

            return timeout.IsCancellationRequested ? $"no answer within {StoresTimeout.TotalSeconds} s" : exception.Message;
        }

        if (!IsToldOf(board))
        {
            board.Succeeded(ComponentNames.Stores);
        }

        return null;
    }

    private bool IsToldOf(ComponentBoard board) =>
        board.Find(ComponentNames.Stores) is { State: ComponentState.Failing } failure && failure != _unanswered;

    private static async Task ReadAsync(ILedger ledger, ISettingsReader settings, CancellationToken cancellationToken)
    {
        await ledger.FindAsync("health", cancellationToken);
        await settings.GetAsync(cancellationToken);
    }
}
