using System.Text.Json.Serialization;

namespace RenderSignal.AspNetCore;

/// <summary>Whether all parts work or rest.</summary>
/// <param name="Status"><c>ready</c>, or <c>failing</c> when one part fails.</param>
/// <param name="Components">The parts, by <see cref="ComponentNames"/>.</param>
internal sealed record ReadinessAnswer(
    [property: JsonPropertyName("status")] string Status,
    [property: JsonPropertyName("components")] IReadOnlyDictionary<string, ComponentAnswer> Components)
{
    public static ReadinessAnswer From(bool isReady, IEnumerable<ComponentStatus> components) => new(
        isReady ? "ready" : "failing",
        new OrderedDictionary<string, ComponentAnswer>(
            components.Select(component => KeyValuePair.Create(component.Name, ComponentAnswer.From(component)))));
}
