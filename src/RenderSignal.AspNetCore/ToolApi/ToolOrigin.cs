namespace RenderSignal.AspNetCore;

/// <summary>Origins as browsers send them.</summary>
internal static class ToolOrigin
{
    /// <summary><c>https://tools.example.test</c> or <c>http://localhost:8080</c>, a slash at its end left out; null for anything else.</summary>
    public static string? Normalize(string origin) =>
        !origin.Contains('*', StringComparison.Ordinal)
        && Uri.TryCreate(origin, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
        && uri is { UserInfo: "", PathAndQuery: "/", Fragment: "" }
            ? uri.GetLeftPart(UriPartial.Authority)
            : null;
}
