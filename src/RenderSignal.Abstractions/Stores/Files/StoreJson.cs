using System.Text.Json.Serialization;

namespace RenderSignal;

/// <summary>The JSON of the journals. Fields that are not known, of a later version, are ignored.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    Converters = [typeof(InstantJsonConverter), typeof(SnakeCaseEnumConverter<EmailStatus>), typeof(SnakeCaseEnumConverter<DecisionReason>)])]
[JsonSerializable(typeof(IdLine))]
[JsonSerializable(typeof(GroupLine))]
[JsonSerializable(typeof(LedgerRecord))]
[JsonSerializable(typeof(SendLine))]
[JsonSerializable(typeof(RetryLine))]
internal sealed partial class StoreJson : JsonSerializerContext;
