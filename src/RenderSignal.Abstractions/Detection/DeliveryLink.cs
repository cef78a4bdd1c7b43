using System.Text.Json.Serialization;

namespace RenderSignal;

/// <summary>A download or upload link of a file-transfer service, found in a mail's text.</summary>
/// <param name="Provider"><c>dropbox</c>, <c>fromsmash</c> or <c>swisstransfer</c>.</param>
/// <param name="RawUrl">The address as it stood in the mail, HTML escapes resolved.</param>
public sealed record DeliveryLink(
    [property: JsonPropertyName("provider")] string Provider,
    [property: JsonPropertyName("raw_url")] string RawUrl);
