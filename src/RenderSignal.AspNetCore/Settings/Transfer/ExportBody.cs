using System.Text.Json.Serialization;

namespace RenderSignal.AspNetCore;

/// <summary>How settings are exported.</summary>
/// <param name="Passphrase">What webhook addresses are sealed with, 8 to 1,000 characters; without one they are left out.</param>
internal sealed record ExportBody([property: JsonPropertyName("passphrase")] string? Passphrase = null);
