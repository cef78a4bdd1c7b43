using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;

namespace RenderSignal.AspNetCore;

/// <summary>What every failure answers: what failed, and what to do.</summary>
internal sealed record Failure([property: JsonPropertyName("message")] string Message) : Answer(false)
{
    public static IResult Result(int status, string message) => Results.Json(new Failure(message), ApiJson.Options, statusCode: status);

    public static Task WriteAsync(HttpContext context, int status, string message) => Result(status, message).ExecuteAsync(context);
}
