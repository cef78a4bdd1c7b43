using System.Text.Json.Serialization;

namespace RenderSignal.AspNetCore;

/// <summary>What an event says.</summary>
/// <param name="Email">The mail, as of the event.</param>
/// <param name="Delivery">For <c>delivery</c>: the send.</param>
internal sealed record EventData(
    [property: JsonPropertyName("email"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] EmailEntry? Email = null,
    [property: JsonPropertyName("delivery"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DeliveryEntry? Delivery = null)
{
    public static EventData From(ActivityEvent occurred) => new(
        occurred.Email is { } email ? EmailEntry.From(email) : null,
        occurred.Delivery is { } delivery ? DeliveryEntry.From(delivery) : null);
}
