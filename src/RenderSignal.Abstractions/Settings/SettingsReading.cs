using System.Text.Json.Nodes;

namespace RenderSignal;

/// <summary>What reading one settings document gave; see <see cref="ISettingsStore.ReadAllAsync"/>.</summary>
/// <param name="Content">The document; null when it was never written, or cannot be read.</param>
/// <param name="Failure">Why it cannot be read; null: it can.</param>
public sealed record SettingsReading(JsonObject? Content, SettingsDocumentException? Failure = null);
