using System.Buffers;
using System.Net;

namespace RenderSignal.Matching;

/// <summary>
/// Finds delivery links (REFERENCE section 2 "Links" and "Where we differ" 1): <c>http(s)://</c>, optional <c>www.</c>,
/// exactly a provider's host, and on to white space, <c>&lt;</c>, <c>&gt;</c> or <c>"</c>.
/// </summary>
internal static class LinkFinder
{
    private const string SchemeEnd = "://";
    private const string TrailingPunctuation = ".,;:!?)]}'»";

    private static readonly SearchValues<char> AddressEnds = SearchValues.Create(CharacterClass.WhiteSpace + "<>\"");

    /// <summary>The links in their order, each once.</summary>
    public static IReadOnlyList<DeliveryLink> Find(ReadOnlySpan<char> text)
    {
        List<DeliveryLink> links = [];
        var seen = new HashSet<string>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        while (text.IndexOf(SchemeEnd) is >= 0 and var schemeLength)
        {
            var scheme = SchemeAtEnd(text[..schemeLength]);
            var afterScheme = text[(schemeLength + SchemeEnd.Length)..];
            if (scheme.IsEmpty || Provider.HostLength(afterScheme) is not (> 0 and var hostLength) || !EndsHost(afterScheme[hostLength..]))
            {
                text = afterScheme;
                continue;
            }

            text = text[(schemeLength - scheme.Length)..];
            var length = text.IndexOfAny(AddressEnds) is >= 0 and var end ? end : text.Length;
            var address = Clean(text[..length]);
            text = text[length..];
            if (seen.Add(address))
            {
                seen.TryGetValue(address, out var link);
                links.Add(new DeliveryLink(Provider.Of(address), link!));
            }
        }

        return links;
    }

    private static ReadOnlySpan<char> SchemeAtEnd(ReadOnlySpan<char> text) =>
        text.EndsWith("http", StringComparison.OrdinalIgnoreCase) ? text[^4..]
        : text.EndsWith("https", StringComparison.OrdinalIgnoreCase) ? text[^5..]
        : [];

    /// <summary>Whether a host is over where this text begins; anything else would go on with its name, or make it a user's before another host.</summary>
    private static bool EndsHost(ReadOnlySpan<char> text) =>
        text is ['/' or '?' or '#', ..] || text.TrimStart(TrailingPunctuation).IndexOfAnyExcept(AddressEnds) != 0;

    private static ReadOnlySpan<char> Clean(ReadOnlySpan<char> address)
    {
        var decoded = address.Contains('&') ? WebUtility.HtmlDecode(address.ToString()) : address;
        return decoded.TrimEnd(TrailingPunctuation);
    }
}
