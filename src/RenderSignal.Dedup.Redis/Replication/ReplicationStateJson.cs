using System.Text.Json.Serialization;

namespace RenderSignal.Dedup.Redis;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    WriteIndented = true)]
[JsonSerializable(typeof(ReplicationState))]
internal sealed partial class ReplicationStateJson : JsonSerializerContext;
