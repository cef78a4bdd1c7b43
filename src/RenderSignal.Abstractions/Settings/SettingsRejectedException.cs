namespace RenderSignal;

/// <summary>A change of the settings cannot be obeyed. The message names the field, its value and what to write; nothing was stored.</summary>
public sealed class SettingsRejectedException(string field, string message) : Exception(message)
{
    /// <summary>The field.</summary>
    public string Field { get; } = field;

    /// <summary>What to write there; null when the message alone says it.</summary>
    public Phrase? Expected { get; init; }
}
