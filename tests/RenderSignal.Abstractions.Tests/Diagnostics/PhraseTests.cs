namespace RenderSignal.Abstractions.Tests;

public sealed class PhraseTests
{
    [Fact]
    public void A_value_is_added_to_a_copy()
    {
        var phrase = new Phrase("links_found", "3 found");

        var counted = phrase.With("count", 3).With("of", "7");

        Assert.Equal(new Dictionary<string, string> { ["count"] = "3", ["of"] = "7" }, counted.Values);
        Assert.Empty(phrase.Values);
    }

    [Fact]
    public void Phrases_are_equal_that_say_the_same()
    {
        var phrase = new Phrase("vacation", "vacation until 2026-12-31").With("until", "2026-12-31");
        var same = new Phrase("vacation", "vacation until 2026-12-31").With("until", "2026-12-31");

        Assert.Equal(phrase, same);
        Assert.Equal(phrase.GetHashCode(), same.GetHashCode());
        Assert.NotEqual(phrase, new Phrase("vacation", "vacation until 2027-01-31").With("until", "2027-01-31"));
        Assert.NotEqual(phrase, same with { Code = "holidays" });
    }

    [Fact]
    public void A_phrase_is_read_as_its_English() => Assert.Equal("write true or false", $"write {Expectations.TrueOrFalse}");
}
