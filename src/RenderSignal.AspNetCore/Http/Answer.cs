using System.Text.Json.Serialization;

namespace RenderSignal.AspNetCore;

/// <summary>What all answers of the API have in common.</summary>
/// <param name="Success">Whether what was asked for was done.</param>
internal abstract record Answer([property: JsonPropertyName("success"), JsonPropertyOrder(-1)] bool Success);
