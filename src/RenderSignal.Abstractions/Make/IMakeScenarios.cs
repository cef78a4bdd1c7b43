namespace RenderSignal;

/// <summary>Make.com's scenarios, as far as this site names them (REFERENCE section 6).</summary>
public interface IMakeScenarios
{
    /// <summary>The scenarios that are configured.</summary>
    IReadOnlyList<MakeScenario> All { get; }

    /// <summary>What must be set before scenarios can be switched: variables and what to write there. Empty: nothing.</summary>
    IReadOnlyList<string> MissingSettings { get; }

    /// <summary>Starts or stops one scenario.</summary>
    /// <returns>What went wrong, in words without a key or an address; null when Make.com took it.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    Task<string?> SwitchAsync(MakeScenario scenario, bool on, CancellationToken cancellationToken);

    /// <summary>Asks whether a scenario is on.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    Task<MakeScenarioState> GetStateAsync(MakeScenario scenario, CancellationToken cancellationToken);
}
