using Microsoft.Extensions.Options;

namespace RenderSignal;

/// <summary>
/// Has the figures measured and <see cref="PollState.StartedAt"/> taken from the start on, not from the first cycle or question. Validates
/// nothing: the check of the options is what runs at the start of every host, and <c>AddMetrics</c> starts its listeners the same way.
/// </summary>
internal sealed class StatusActivator : IValidateOptions<RenderSignalOptions>
{
    /// <param name="metrics">Brings everything it measures.</param>
    public StatusActivator(RenderSignalMetrics metrics) => ArgumentNullException.ThrowIfNull(metrics);

    public ValidateOptionsResult Validate(string? name, RenderSignalOptions options) => ValidateOptionsResult.Skip;
}
