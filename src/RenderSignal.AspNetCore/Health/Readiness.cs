using Microsoft.AspNetCore.Http;

namespace RenderSignal.AspNetCore;

/// <summary>Asks the stores, and reads from the board how the other parts fare.</summary>
internal static class Readiness
{
    /// <summary>How long the stores may take for an answer.</summary>
    public static readonly TimeSpan StoresTimeout = TimeSpan.FromSeconds(2);

    private static readonly string[] Always = [ComponentNames.Mailbox, ComponentNames.Poller, ComponentNames.Stores, ComponentNames.Receiver];

    public static async Task<ReadinessAnswer> AskAsync(
        HttpResponse response,
        ILedger ledger,
        ISettingsReader settings,
        ComponentBoard board,
        PollActivity activity,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        await AskStoresAsync(ledger, settings, board, time, cancellationToken);
        var answer = ReadinessAnswer.Of(Collect(board, activity));
        response.StatusCode = answer.IsReady ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        return answer;
    }

    private static OrderedDictionary<string, ComponentAnswer> Collect(ComponentBoard board, PollActivity activity)
    {
        var components = new OrderedDictionary<string, ComponentAnswer>();
        foreach (var name in Always)
        {
            components[name] = ComponentAnswer.Unused(activity.Current.StartedAt);
        }

        foreach (var status in board.All)
        {
            components[status.Name] = ComponentAnswer.From(status);
        }

        return components;
    }

    private static async Task AskStoresAsync(
        ILedger ledger, ISettingsReader settings, ComponentBoard board, TimeProvider time, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(StoresTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        var token = either.Token;
        try
        {
            // On a thread of its own: a file on a disk that does not answer blocks.
            await Task.Run(() => ReadAsync(ledger, settings, token), token).WaitAsync(token);
            board.Succeeded(ComponentNames.Stores);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            board.Failed(ComponentNames.Stores, timeout.IsCancellationRequested ? $"no answer within {StoresTimeout.TotalSeconds} s" : exception.Message);
        }
    }

    private static async Task ReadAsync(ILedger ledger, ISettingsReader settings, CancellationToken cancellationToken)
    {
        await ledger.FindAsync("health", cancellationToken);
        await settings.GetAsync(cancellationToken);
    }
}
