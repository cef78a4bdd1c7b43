using System.Text.Json.Serialization;

namespace RenderSignal.AspNetCore;

/// <summary>What became of switching a scenario.</summary>
/// <param name="Name">What it is for: the end of its variable, <c>presence_true</c>.</param>
/// <param name="Id">Make.com's number of it.</param>
/// <param name="Switched">Whether Make.com took it.</param>
/// <param name="Error">Why not.</param>
internal sealed record SwitchedScenario(
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("id")] int Id,
    [property: JsonPropertyName("switched")] bool Switched,
    [property: JsonPropertyName("error")] string? Error);
