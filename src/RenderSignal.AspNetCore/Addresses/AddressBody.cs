using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;

namespace RenderSignal.AspNetCore;

/// <summary>An address that somebody wants to know about.</summary>
/// <param name="Address">As it would be written into the settings, or as it stands in a mail.</param>
internal sealed record AddressBody([property: JsonPropertyName("address")] string Address)
{
    private const int MaxLength = 2048;

    /// <exception cref="RequestRejectedException">400: there is none.</exception>
    public static string Read(JsonObject json) => JsonBody.Text(json, "address") switch
    {
        null => throw Refused("address is missing: write an address, or a token of Make.com, as a text."),
        { Length: > MaxLength } => throw Refused($"address is longer than {MaxLength} characters."),
        var address => address,
    };

    private static RequestRejectedException Refused(string message) => new(StatusCodes.Status400BadRequest, message);
}
