using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;

namespace RenderSignal.TestKit;

/// <summary>A request as it reached a <see cref="WebhookReceiver"/>.</summary>
/// <param name="Method">In capitals.</param>
/// <param name="Path">The path with its query, still escaped.</param>
/// <param name="Headers">By name without regard to case; several values are joined by a comma.</param>
/// <param name="Body">The body, read as UTF-8.</param>
/// <param name="At">When its body was read to the end.</param>
public sealed record ReceivedRequest(
    string Method, string Path, IReadOnlyDictionary<string, string> Headers, string Body, Instant At)
{
    /// <summary>The body as JSON; null when it is none.</summary>
    public JsonNode? Json
    {
        get
        {
            try
            {
                return JsonNode.Parse(Body);
            }
            catch (JsonException)
            {
                return null;
            }
        }
    }

    public override string ToString() => $"{Method} {Path} {Body}";
}
