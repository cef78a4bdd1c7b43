namespace RenderSignal.Matching.Tests.Text;

public sealed class TextSearchTests
{
    [Theory]
    [InlineData("samedi", true)]
    [InlineData("ce samedi?", true)]
    [InlineData("samedis, samedi", true)]
    [InlineData("samedis", false)]
    [InlineData("nsamedi", false)]
    [InlineData("samedi_", false)]
    [InlineData("samedi7", false)]
    [InlineData("samedi\U0001D400", false)]
    [InlineData("\U0001D400samedi", false)]
    [InlineData("samedisamedi", false)]
    [InlineData("", false)]
    public void Only_a_whole_word_counts(string text, bool isFound) =>
        Assert.Equal(isFound, text.AsSpan().ContainsWord("samedi"));
}
