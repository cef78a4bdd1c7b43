using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace RenderSignal.Webhooks;

/// <summary>How payloads become octets: UTF-8 JSON, non-ASCII as it is, keys in the order of declaration.</summary>
[JsonSerializable(typeof(CustomPayload))]
[JsonSerializable(typeof(MirrorPayload))]
[JsonSerializable(typeof(PresencePayload))]
[JsonSerializable(typeof(RecadragePayload))]
[JsonSerializable(typeof(DesaboPayload))]
[JsonSerializable(typeof(ControlPayload))]
internal sealed partial class PayloadJson : JsonSerializerContext
{
    // The body is JSON of its own and never part of a page, so nothing has to be escaped for HTML.
    private static readonly PayloadJson Readable = new(new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public static byte[] Write<T>(T payload) =>
        JsonSerializer.SerializeToUtf8Bytes(payload, (JsonTypeInfo<T>)Readable.GetTypeInfo(typeof(T))!);
}
