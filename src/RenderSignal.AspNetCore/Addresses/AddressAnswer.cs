using System.Text.Json.Serialization;

namespace RenderSignal.AspNetCore;

/// <summary>What an address is, and whether it can be reached.</summary>
/// <param name="Kind"><c>receiver</c>, <c>make_hook</c>, <c>delivery_link</c> or <c>none</c>.</param>
/// <param name="Provider">The file-transfer service of a delivery link.</param>
/// <param name="Normalized">The full address, masked.</param>
/// <param name="Host">Its host.</param>
/// <param name="Reachable">Whether a request would get there; null: not tried.</param>
/// <param name="Status">What was found, or why nothing may be sent there; null: not tried.</param>
/// <param name="CertificateExpiresAt">Until when its certificate is valid; null: none was seen.</param>
/// <param name="DurationMs">How long it took; null: not tried.</param>
/// <param name="Error">What the system said of what went wrong.</param>
internal sealed record AddressAnswer(
    [property: JsonPropertyName("kind")] string Kind,
    [property: JsonPropertyName("provider")] string? Provider,
    [property: JsonPropertyName("normalized")] string? Normalized,
    [property: JsonPropertyName("host")] string? Host,
    [property: JsonPropertyName("reachable")] bool? Reachable,
    [property: JsonPropertyName("status")] PhraseEntry? Status,
    [property: JsonPropertyName("certificate_expires_at")] string? CertificateExpiresAt,
    [property: JsonPropertyName("duration_ms")] long? DurationMs,
    [property: JsonPropertyName("error")] string? Error) : Answer(true)
{
    public static AddressAnswer From(AddressReading reading, AddressReach? reach) => new(
        WireNames.Of(reading.Kind),
        reading.Provider,
        MaskedAddress.Of(reading.Address?.AbsoluteUri),
        reading.Address?.IdnHost,
        reach?.IsReachable,
        PhraseEntry.From(reach?.Status ?? reading.Fault),
        ApiTime.FormatOrNull(reach?.CertificateExpiresAt),
        reach?.IsReachable is null ? null : (long)reach.Elapsed.TotalMilliseconds,
        reach?.Error);
}
