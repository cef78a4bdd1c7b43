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

    /// <summary>How long the provider's host is that an address without its scheme begins with, <c>www.</c> included; 0 when there is none.</summary>
    public static int HostLength(ReadOnlySpan<char> address)
    {
        const string WorldWideWeb = "www.";
        var prefix = address.StartsWith(WorldWideWeb, StringComparison.OrdinalIgnoreCase) ? WorldWideWeb.Length : 0;
        foreach (var (_, host) in All)
        {
            if (address[prefix..].StartsWith(host, StringComparison.OrdinalIgnoreCase))
            {
                return prefix + host.Length;
            }
        }

        return 0;
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
