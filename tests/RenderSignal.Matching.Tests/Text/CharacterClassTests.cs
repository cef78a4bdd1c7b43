namespace RenderSignal.Matching.Tests.Text;

public sealed class CharacterClassTests
{
    [Fact]
    public void The_list_of_white_space_and_the_test_for_it_agree() =>
        Assert.Equal(
            CharacterClass.WhiteSpace,
            string.Concat(Enumerable.Range(0, 0x10000).Select(code => (char)code).Where(CharacterClass.IsWhiteSpace)));

    [Theory]
    [InlineData("é", true)]
    [InlineData("7", true)]
    [InlineData("²", true)]
    [InlineData("Ⅷ", true)]
    [InlineData("٣", true)]
    [InlineData("_", true)]
    [InlineData("漢", true)]
    [InlineData("\U0001D400", true)]
    [InlineData("\u0301", false)]
    [InlineData("-", false)]
    [InlineData("😀", false)]
    [InlineData("\uD800", false)]
    [InlineData("", false)]
    public void A_word_is_made_of_letters_numbers_and_underscores(string text, bool isWord)
    {
        Assert.Equal(isWord, text.AsSpan().StartsWithWordCharacter());
        Assert.Equal(isWord, text.AsSpan().EndsWithWordCharacter());
    }
}
