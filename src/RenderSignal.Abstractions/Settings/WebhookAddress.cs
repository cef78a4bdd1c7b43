namespace RenderSignal;

/// <summary>Addresses that mails are sent to.</summary>
public static class WebhookAddress
{
    /// <summary>
    /// A Make.com hook as operators write it: a full http(s) address stays, <c>TOKEN@hook.eu2.make.com</c> (also eu1, us1, us2) and a
    /// bare <c>TOKEN</c> become <c>https://hook.eu2.make.com/TOKEN</c>; null for anything else (REFERENCE section 3).
    /// </summary>
    public static string? NormalizeMakeHook(string? text)
    {
        var value = text?.Trim() ?? "";
        if (value.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || value.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
        {
            return value;
        }

        var at = value.IndexOf('@', StringComparison.Ordinal);
        var token = at < 0 ? value : value[..at];
        var host = at < 0 ? DefaultMakeHost : value[(at + 1)..].ToLowerInvariant();
        return IsToken(token) && MakeHosts.Contains(host) ? $"https://{host}/{token}" : null;
    }

    /// <summary>Whether a full https address is that of a Make.com hook, by its host.</summary>
    public static bool IsMakeHook(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps && MakeHosts.Contains(uri.Host);

    /// <summary>The address with everything after the host hidden: a webhook's path is its key.</summary>
    public static string Mask(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Host.Length > 0
            ? $"{uri.Scheme}://{uri.Host}{(uri.IsDefaultPort ? "" : $":{uri.Port}")}/{Hidden}"
            : Hidden;

    /// <summary>Whether a text is what <see cref="Mask"/> makes of an address.</summary>
    internal static bool IsMasked(string text) => text.EndsWith(Hidden, StringComparison.Ordinal);

    /// <summary>
    /// Whether mails may be sent there: https anywhere, http on loopback only. Not to port 0, and not to an IPv6 address with a zone
    /// (<c>%25eth0</c>), which means something on one machine only.
    /// </summary>
    public static bool IsAllowed(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && uri.Host.Length > 0
        && uri.Port != 0
        && !uri.DnsSafeHost.Contains('%', StringComparison.Ordinal)
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback));

    private const string Hidden = "***";
    private const string DefaultMakeHost = "hook.eu2.make.com";
    private static readonly string[] MakeHosts = [DefaultMakeHost, "hook.eu1.make.com", "hook.us1.make.com", "hook.us2.make.com"];

    private static bool IsToken(string text) =>
        text.Length > 0 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '~');
}
