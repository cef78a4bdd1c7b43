namespace RenderSignal.Webhooks.Tests;

internal sealed class FixedSettings(RenderSignalSettings settings) : ISettingsReader
{
    public RenderSignalSettings Settings { get; set; } = settings;

    /// <summary>What reading them fails with; null: it does not.</summary>
    public Exception? Failure { get; set; }

    public ValueTask<RenderSignalSettings> GetAsync(CancellationToken cancellationToken) =>
        Failure is { } failure ? throw failure : new(Settings);
}
