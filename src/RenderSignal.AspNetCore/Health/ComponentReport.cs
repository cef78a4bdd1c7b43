using NodaTime;

namespace RenderSignal.AspNetCore;

/// <summary>How all parts fare: what the board says of them, those that are always there, and whether the stores answer now.</summary>
internal sealed class ComponentReport(StoresCheck stores, ComponentBoard board, PollActivity activity, IClock clock)
{
    private const int LongestError = 300;

    private static readonly string[] Always = [ComponentNames.Mailbox, ComponentNames.Poller, ComponentNames.Stores, ComponentNames.Receiver];

    /// <summary>The parts, those that are always there first. Takes no longer than the stores are waited for.</summary>
    public async Task<IReadOnlyList<ComponentStatus>> AskAsync(CancellationToken cancellationToken)
    {
        var error = await stores.AskAsync(cancellationToken);
        var components = Collect();
        if (error is not null)
        {
            components[ComponentNames.Stores] = Failing(components[ComponentNames.Stores], error, clock.GetCurrentInstant());
        }

        return [.. components.Values];
    }

    private OrderedDictionary<string, ComponentStatus> Collect()
    {
        var components = new OrderedDictionary<string, ComponentStatus>();
        foreach (var name in Always)
        {
            components[name] = new ComponentStatus(name, ComponentState.Resting, activity.Current.StartedAt) { Note = HealthNotes.NotUsedYet };
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
}
