using System.Text.Json.Serialization;

namespace RenderSignal.AspNetCore;

/// <summary>What an event says.</summary>
/// <param name="Email">The mail, as of the event.</param>
/// <param name="Delivery">For <c>delivery</c>: the send.</param>
/// <param name="Document">For <c>settings</c>: the document that was changed.</param>
/// <param name="Version">For <c>settings</c>: the version that it has now.</param>
internal sealed record EventData(
    [property: JsonPropertyName("email"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] EmailEntry? Email = null,
    [property: JsonPropertyName("delivery"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DeliveryEntry? Delivery = null,
    [property: JsonPropertyName("document"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Document = null,
    [property: JsonPropertyName("version"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Version = null)
{
    public static EventData From(ActivityEvent occurred) => new(
        occurred.Email is { } email ? EmailEntry.From(email) : null,
        occurred.Delivery is { } delivery ? DeliveryEntry.From(delivery) : null,
        occurred.Document?.StoredName(),
        occurred.Version);
}
