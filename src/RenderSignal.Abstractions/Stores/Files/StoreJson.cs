using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace RenderSignal;

/// <summary>The JSON of the journals and of events. Fields that are not known, of a later version, are ignored.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    Converters =
    [
        typeof(InstantJsonConverter),
        typeof(SnakeCaseEnumConverter<EmailStatus>),
        typeof(SnakeCaseEnumConverter<DecisionReason>),
        typeof(SnakeCaseEnumConverter<ActivityEventType>),
        typeof(SnakeCaseEnumConverter<SettingsDocument>),
    ])]
[JsonSerializable(typeof(IdLine))]
[JsonSerializable(typeof(GroupLine))]
[JsonSerializable(typeof(LedgerRecord))]
[JsonSerializable(typeof(SendLine))]
[JsonSerializable(typeof(RetryLine))]
[JsonSerializable(typeof(ActivityEvent))]
internal sealed partial class StoreJson : JsonSerializerContext
{
    /// <summary>With accents as they are: people read what is stored.</summary>
    public static StoreJson Readable =>
        field ??= new(new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
