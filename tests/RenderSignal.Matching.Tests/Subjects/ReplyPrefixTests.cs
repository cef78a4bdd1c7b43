namespace RenderSignal.Matching.Tests.Subjects;

public sealed class ReplyPrefixTests
{
    [Theory]
    [InlineData("Re: Lot 7", "Lot 7")]
    [InlineData("RE : fwd:\u00A0TR:Rv\u001C:fw: Confirmation :Lot 7 ", "Lot 7")]
    [InlineData("re:", "")]
    [InlineData("Re Lot 7", "Re Lot 7")]
    [InlineData("Ré: Lot 7", "Ré: Lot 7")]
    [InlineData("Reçu: Lot 7", "Reçu: Lot 7")]
    [InlineData("re;re: Lot 7", "re;re: Lot 7")]
    [InlineData("", "")]
    public void Every_prefix_at_the_start_is_taken_off(string subject, string expected) =>
        Assert.Equal(expected, ReplyPrefix.Strip(subject).ToString());
}
