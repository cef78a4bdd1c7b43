using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace RenderSignal.AspNetCore;

/// <summary>A switch in the body of a request that is to do something with it.</summary>
internal static class SwitchField
{
    /// <summary>The switch, written as JSON's <c>true</c> and <c>false</c> or in the words of <see cref="BooleanText"/>.</summary>
    /// <exception cref="RequestRejectedException">400: it is missing, or cannot be understood.</exception>
    public static bool Read(JsonObject body, string name) => body[name] switch
    {
        JsonValue value when BooleanText.TryParse(value.ToString()) is { } on => on,
        null => throw new RequestRejectedException(StatusCodes.Status400BadRequest, $"{name} is missing: write true or false."),
        var value => throw new RequestRejectedException(StatusCodes.Status400BadRequest, $"{name} is {Shorten(value.ToJsonString(ApiJson.Options))}: write true or false."),
    };

    private static string Shorten(string json) => json.Length > 40 ? "neither" : json;
}
