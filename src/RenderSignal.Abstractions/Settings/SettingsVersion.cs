using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace RenderSignal;

/// <summary>
/// Which content a settings document has: 16 hex digits of its SHA-256. The order of its fields and the way in which texts are escaped
/// make no difference. A document that was never written is as an empty one: to whoever changes it, it starts as that.
/// </summary>
public static class SettingsVersion
{
    private const int Octets = 8;

    /// <summary>The version of a document with this content; null is as an empty one.</summary>
    public static string Of(JsonObject? content)
    {
        var canonical = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(canonical))
        {
            Write(content ?? [], writer);
        }

        return Convert.ToHexStringLower(SHA256.HashData(canonical.WrittenSpan).AsSpan(0, Octets));
    }

    private static void Write(JsonNode? node, Utf8JsonWriter writer)
    {
        switch (node)
        {
            case null:
                writer.WriteNullValue();
                break;
            case JsonObject fields:
                writer.WriteStartObject();
                foreach (var (field, value) in fields.OrderBy(field => field.Key, StringComparer.Ordinal))
                {
                    writer.WritePropertyName(field);
                    Write(value, writer);
                }

                writer.WriteEndObject();
                break;
            case JsonArray list:
                writer.WriteStartArray();
                foreach (var entry in list)
                {
                    Write(entry, writer);
                }

                writer.WriteEndArray();
                break;
            default:
                node.WriteTo(writer);
                break;
        }
    }
}
