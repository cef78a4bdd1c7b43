using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace RenderSignal.AspNetCore;

/// <summary>
/// Whether another site's page made a browser send a request. Browsers say so themselves in <c>Sec-Fetch-Site</c>, older ones in
/// <c>Origin</c>; what says neither is no browser, and carries nobody's cookies but its own.
/// </summary>
internal static class SameOrigin
{
    private const string FetchSite = "Sec-Fetch-Site";

    public static bool IsFromBrowser(HttpRequest request) => request.Headers.ContainsKey(FetchSite) || request.Headers.ContainsKey(HeaderNames.Origin);

    public static bool Allows(HttpRequest request) =>
        request.Headers.TryGetValue(FetchSite, out var site) ? site.ToString() is "same-origin" or "none"
        : !request.Headers.TryGetValue(HeaderNames.Origin, out var origin) || IsOwn(origin.ToString(), request.Host);

    // The scheme is left out: behind a proxy that ends TLS the application sees http where the browser saw https.
    private static bool IsOwn(string origin, HostString host) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var uri)
        && string.Equals(uri.Host, host.Host, StringComparison.OrdinalIgnoreCase)
        && (host.Port is { } port ? uri.Port == port : uri.IsDefaultPort);
}
