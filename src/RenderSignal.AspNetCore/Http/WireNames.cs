using System.Text.Json;

namespace RenderSignal.AspNetCore;

/// <summary>The names of enum values on the wire: <c>window_closed</c>.</summary>
internal static class WireNames
{
    public static string Of<TEnum>(TEnum value)
        where TEnum : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    public static IReadOnlyDictionary<string, TEnum> For<TEnum>()
        where TEnum : struct, Enum => Enum.GetValues<TEnum>().ToDictionary(Of, StringComparer.OrdinalIgnoreCase);
}
