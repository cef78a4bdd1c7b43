using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace RenderSignal.AspNetCore;

/// <summary>The pages' style. Its address carries a part of its hash, so that browsers may keep it for good.</summary>
internal static class Stylesheet
{
    public const string Route = "/login.css";

    private static readonly byte[] Content = Read();
    private static readonly string Version = Convert.ToHexStringLower(SHA256.HashData(Content).AsSpan(0, 8));

    public static string AddressFor(HttpContext context) => $"{MountPoint.AddressOf(context, Route)}?v={Version}";

    public static IResult Get(HttpContext context)
    {
        context.Response.Headers.CacheControl = context.Request.Query["v"] == Version ? "public, max-age=31536000, immutable" : "no-cache";
        return Results.Bytes(Content, "text/css; charset=utf-8", entityTag: new EntityTagHeaderValue($"\"{Version}\""));
    }

    private static byte[] Read()
    {
        using var resource = typeof(Stylesheet).Assembly.GetManifestResourceStream("login.css")!;
        using var content = new MemoryStream();
        resource.CopyTo(content);
        return content.ToArray();
    }
}
