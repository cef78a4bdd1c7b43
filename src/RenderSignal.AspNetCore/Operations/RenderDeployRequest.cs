using System.Text.Json.Serialization;

namespace RenderSignal.AspNetCore;

/// <summary>What Render's API gets: <c>POST /v1/services/ID/deploys</c>.</summary>
/// <param name="ClearCache"><c>clear</c> or <c>do_not_clear</c>.</param>
internal sealed record RenderDeployRequest([property: JsonPropertyName("clearCache")] string ClearCache);
