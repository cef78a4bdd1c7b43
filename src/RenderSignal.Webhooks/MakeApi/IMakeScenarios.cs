namespace RenderSignal.Webhooks;

/// <summary>Make.com's scenarios, as far as this site names them.</summary>
internal interface IMakeScenarios
{
    /// <summary>The scenarios that are configured.</summary>
    IReadOnlyList<MakeScenario> All { get; }

    /// <summary>Starts or stops one scenario.</summary>
    /// <returns>What went wrong, in words without a key or an address; null when Make.com took it.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    Task<string?> SwitchAsync(MakeScenario scenario, bool on, CancellationToken cancellationToken);
}
