using System.Text.Json.Serialization;

namespace RenderSignal.AspNetCore;

/// <summary>All scenarios of Make.com, each with what became of it.</summary>
internal sealed record ScenariosAnswer<TScenario>(
    bool Success,
    [property: JsonPropertyName("message")] string Message,
    [property: JsonPropertyName("scenarios")] IReadOnlyList<TScenario> Scenarios) : Answer(Success);
