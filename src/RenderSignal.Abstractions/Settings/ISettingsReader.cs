namespace RenderSignal;

/// <summary>The settings in force. Cheap enough to be asked for each mail.</summary>
public interface ISettingsReader
{
    /// <summary>The settings as they are now. A document that cannot be read leaves its last good content in force and is logged.</summary>
    ValueTask<RenderSignalSettings> GetAsync(CancellationToken cancellationToken);
}
