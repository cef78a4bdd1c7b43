namespace RenderSignal.Abstractions.Tests;

public sealed class PrintableTextTests
{
    [Theory]
    [InlineData("a\r\nb\u001b[31m", "a  b [31m")]
    [InlineData("a\u2028b\u2029c", "a b c")]
    [InlineData("a\u061cb\u200ec\u200fd", "a b c d")]
    [InlineData("a\u202ab\u202bc\u202cd\u202de\u202ef", "a b c d e f")]
    [InlineData("a\u2066b\u2067c\u2068d\u2069e", "a b c d e")]
    [InlineData("שלום, 👩\u200d🚀 été", "שלום, 👩\u200d🚀 été")]
    public void What_reaches_beyond_the_text_is_a_blank(string text, string expected) => Assert.Equal(expected, PrintableText.For(text));
}
