using System.Text.Json.Serialization;

namespace RenderSignal.AspNetCore;

/// <summary>Whether a scenario is on.</summary>
/// <param name="Name">What it is for: the end of its variable, <c>presence_true</c>.</param>
/// <param name="Id">Make.com's number of it.</param>
/// <param name="Active">Whether it is on; null: Make.com does not tell.</param>
/// <param name="Error">Why not.</param>
internal sealed record ScenarioStatus(
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("id")] int Id,
    [property: JsonPropertyName("active")] bool? Active,
    [property: JsonPropertyName("error")] string? Error);
