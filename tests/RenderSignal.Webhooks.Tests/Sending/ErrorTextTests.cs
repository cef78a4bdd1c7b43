namespace RenderSignal.Webhooks.Tests;

public sealed class ErrorTextTests
{
    [Theory]
    [InlineData("https://h.test/hook/0123456789abcdef?sig=qwertyuiop", "no 0123456789ABCDEF here, sig qwertyuiop", "no *** here, sig ***")]
    [InlineData("https://h.test/hook/0123456789abcdef?sig=qwertyuiop", "POST https://h.test/hook/0123456789abcdef?sig=qwertyuiop", "POST ***")]
    [InlineData("https://h.test/", "a/b\r\nc", "a/b  c")]
    [InlineData("https://h.test/", "a\u202eb\u2028c", "a b c")]
    [InlineData(null, "plain", "plain")]
    public void Nothing_of_an_address_and_no_line_feed_comes_through(string? address, string text, string expected) =>
        Assert.Equal(expected, ErrorText.Clean(text, address));

    [Fact]
    public void A_key_does_not_come_through() =>
        Assert.Equal("no *** here", ErrorText.Clean("no make-key here", "https://h.test/", "make-key", null));

    [Fact]
    public void A_key_at_the_cut_does_not_come_through_in_part()
    {
        var text = new string('x', 195) + "0123456789abcdef";

        Assert.Equal(new string('x', 195) + "***", ErrorText.Clean(text, "https://h.test/0123456789abcdef"));
    }
}
