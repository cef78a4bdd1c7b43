using System.Text.RegularExpressions;
using CsCheck;

namespace RenderSignal.Matching.Tests.Links;

public sealed class LinkFinderTests
{
    private static readonly Gen<string> Texts = Gen.OneOf(
            "http", "https", "HTTPS", "://", ":/", "www.", "WWW.", "dropbox.com", "Dropbox.COM", "fromsmash.com", "swisstransfer.com", "x.",
            "/", "/", "a", "é", "?", "#", ".", ",", "»", ")", " ", "\n", "\u00A0", "\u001C", "<", ">", "\"", "&", "&amp;", ":443", "😀", "\uD800")
        .Array[0, 30].Select(string.Concat);

    [Theory]
    [InlineData("https://dropbox.com/s/a", "dropbox", "https://dropbox.com/s/a")]
    [InlineData("voir HTTP://WWW.FromSmash.com/B suite", "fromsmash", "HTTP://WWW.FromSmash.com/B")]
    [InlineData("<a href=\"https://www.swisstransfer.com/d/a?x=1&amp;y=2#z\">", "swisstransfer", "https://www.swisstransfer.com/d/a?x=1&y=2#z")]
    [InlineData("(« https://dropbox.com/a.zip»).", "dropbox", "https://dropbox.com/a.zip")]
    [InlineData("xhttps://dropbox.com/", "dropbox", "https://dropbox.com/")]
    [InlineData("https://dropbox.com", "dropbox", "https://dropbox.com")]
    [InlineData("(https://www.fromsmash.com).", "fromsmash", "https://www.fromsmash.com")]
    [InlineData("https://dropbox.com?dl=1", "dropbox", "https://dropbox.com?dl=1")]
    [InlineData("https://https://dropbox.com/a", "dropbox", "https://dropbox.com/a")]
    [InlineData("https://swisstransfer.com/d/a,https://fromsmash.com/b", "fromsmash", "https://swisstransfer.com/d/a,https://fromsmash.com/b")]
    [InlineData("https://dropbox.com/a&copy=1&amp;amp;b", "dropbox", "https://dropbox.com/a&copy=1&amp;b")]
    public void A_link_is_found_and_cleaned(string text, string provider, string address) =>
        Assert.Equal([new DeliveryLink(provider, address)], LinkFinder.Find(text));

    [Theory]
    [InlineData("https://dropbox.com.evil.test/a")]
    [InlineData("https://x.dropbox.com/a")]
    [InlineData("https://notdropbox.com/a")]
    [InlineData("https://dropbox.com@evil.test/a")]
    [InlineData("https://dropbox.com:443/a")]
    [InlineData("https://dropbox.comx")]
    [InlineData("ftp://dropbox.com/a")]
    [InlineData("www.dropbox.com/a")]
    [InlineData("https//dropbox.com/a")]
    [InlineData("https://")]
    [InlineData("")]
    public void Anything_else_is_no_link(string text) => Assert.Empty(LinkFinder.Find(text));

    [Fact]
    public void Each_link_is_listed_once_where_it_came_first() =>
        Assert.Equal(
            ["https://dropbox.com/b", "https://dropbox.com/a"],
            LinkFinder.Find("https://dropbox.com/b https://dropbox.com/a. https://dropbox.com/b, https://dropbox.com/a").Select(link => link.RawUrl));

    [Fact]
    public void Any_text_yields_what_the_rule_says() =>
        Texts.Sample(text => LinkFinder.Find(text).Select(link => link.RawUrl).SequenceEqual(ByTheRule(text)), iter: 50_000);

    private static IEnumerable<string> ByTheRule(string text) =>
        Regex.Matches(
                text,
                @"https?://(?:www\.)?(?:dropbox\.com|fromsmash\.com|swisstransfer\.com)(?=[/?#]|[.,;:!?)\]}'»]*(?:[\s\u001C-\u001F<>""]|\z))[^\s\u001C-\u001F<>""]*",
                RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)
            .Select(match => match.Value.Replace("&amp;", "&", StringComparison.Ordinal).TrimEnd(".,;:!?)]}'»".ToCharArray()))
            .Distinct();
}
