namespace RenderSignal.Matching;

/// <summary>The file-transfer services whose links are delivery links (REFERENCE section 2).</summary>
internal static class Provider
{
    private static readonly (string Name, string Host)[] All =
    [
        ("dropbox", "dropbox.com"),
        ("fromsmash", "fromsmash.com"),
        ("swisstransfer", "swisstransfer.com"),
    ];

    /// <summary>Whether an address without its scheme is a path on a provider's host.</summary>
    public static bool IsHostOf(ReadOnlySpan<char> address)
    {
        const string WorldWideWeb = "www.";
        if (address.StartsWith(WorldWideWeb, StringComparison.OrdinalIgnoreCase))
        {
            address = address[WorldWideWeb.Length..];
        }

        foreach (var (_, host) in All)
        {
            if (address.StartsWith(host, StringComparison.OrdinalIgnoreCase))
            {
                return address[host.Length..].StartsWith('/');
            }
        }

        return false;
    }

    /// <summary>
    /// The provider that a link is listed under: the first whose host occurs anywhere in it, as the reference does, which
    /// matters for two links that stand together without a blank.
    /// </summary>
    public static string Of(ReadOnlySpan<char> link)
    {
        foreach (var (name, host) in All)
        {
            if (link.Contains(host, StringComparison.OrdinalIgnoreCase))
            {
                return name;
            }
        }

        throw new ArgumentException("The link names no provider.", nameof(link));
    }
}
