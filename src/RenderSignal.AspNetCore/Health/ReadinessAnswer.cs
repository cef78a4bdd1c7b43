using System.Text.Json.Serialization;

namespace RenderSignal.AspNetCore;

/// <summary>Whether all parts work or rest.</summary>
/// <param name="Status"><c>ready</c>, or <c>failing</c> when one part fails.</param>
/// <param name="Components">The parts, by <see cref="ComponentNames"/>.</param>
internal sealed record ReadinessAnswer(
    [property: JsonPropertyName("status")] string Status,
    [property: JsonPropertyName("components")] IReadOnlyDictionary<string, ComponentAnswer> Components)
{
    private const string Ready = "ready";

    [JsonIgnore]
    public bool IsReady => Status == Ready;

    public static ReadinessAnswer From(IReadOnlyList<ComponentStatus> components) => new(
        IsReadyWith(components) ? Ready : "failing",
        new OrderedDictionary<string, ComponentAnswer>(
            components.Select(component => KeyValuePair.Create(component.Name, ComponentAnswer.From(component)))));

    /// <summary>Whether none of the parts fails.</summary>
    public static bool IsReadyWith(IReadOnlyList<ComponentStatus> components) => components.All(component => component.State != ComponentState.Failing);
}
