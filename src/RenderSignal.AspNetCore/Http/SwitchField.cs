using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace RenderSignal.AspNetCore;

/// <summary>A switch in the body of a request that is to do something with it.</summary>
internal static class SwitchField
{
    /// <summary>The switch, written as JSON's <c>true</c> and <c>false</c> or in the words of <see cref="BooleanText"/>.</summary>
    /// <param name="body">The body.</param>
    /// <param name="name">The switch's name in it.</param>
    /// <param name="missing">What it is when it is missing; null: it must not be.</param>
    /// <exception cref="RequestRejectedException">400: it is missing, or cannot be understood.</exception>
    public static bool Read(JsonObject body, string name, bool? missing = null) => body[name] switch
    {
        JsonValue value when BooleanText.TryParse(value.ToString()) is { } on => on,
        null => missing ?? throw Refused(name, "missing"),
        var value => throw Refused(name, PrintableText.For(value.ToJsonString(ApiJson.Options))),
    };

    private static RequestRejectedException Refused(string name, string what) =>
        new(StatusCodes.Status400BadRequest, $"{name} is {what}: write true or false.");
}
