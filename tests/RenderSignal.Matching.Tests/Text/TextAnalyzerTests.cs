namespace RenderSignal.Matching.Tests.Text;

public sealed class TextAnalyzerTests
{
    private readonly TextAnalyzer _analyzer = new();

    [Theory]
    [InlineData("Re: Lot 7", true)]
    [InlineData("CONFIRMATION : Lot 7", true)]
    [InlineData("re:", true)]
    [InlineData("Lot 7", false)]
    [InlineData("Répondre: Lot 7", false)]
    [InlineData("Rendez-vous", false)]
    [InlineData("", false)]
    public void A_subject_with_a_prefix_is_a_reply(string subject, bool isReply) =>
        Assert.Equal(isReply, _analyzer.AnalyzeSubject(subject).IsReply);

    [Fact]
    public void A_reply_belongs_to_the_group_of_what_it_replies_to() =>
        Assert.Equal(_analyzer.AnalyzeSubject("Présence").GroupId, _analyzer.AnalyzeSubject("Ré : TR: presence ").GroupId);

    [Fact]
    public void A_broken_surrogate_in_a_subject_does_no_harm() =>
        Assert.StartsWith("subject_hash_", _analyzer.AnalyzeSubject("Bonjour \uD83D").GroupId, StringComparison.Ordinal);
}
