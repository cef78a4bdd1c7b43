namespace RenderSignal.Abstractions.Tests;

internal sealed class FixedSettings(RenderSignalSettings settings) : ISettingsReader
{
    public RenderSignalSettings Settings { get; set; } = settings;

    public ValueTask<RenderSignalSettings> GetAsync(CancellationToken cancellationToken) => new(Settings);
}
