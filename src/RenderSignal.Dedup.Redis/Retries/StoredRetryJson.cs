using System.Text.Json.Serialization;

namespace RenderSignal.Dedup.Redis;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(StoredRetry))]
internal sealed partial class StoredRetryJson : JsonSerializerContext;
