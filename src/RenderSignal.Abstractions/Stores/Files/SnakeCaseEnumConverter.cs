using System.Text.Json;
using System.Text.Json.Serialization;

namespace RenderSignal;

/// <summary>Enum names as the rest of the wire has them: <c>window_closed</c>.</summary>
internal sealed class SnakeCaseEnumConverter<TEnum>() : JsonStringEnumConverter<TEnum>(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false)
    where TEnum : struct, Enum;
