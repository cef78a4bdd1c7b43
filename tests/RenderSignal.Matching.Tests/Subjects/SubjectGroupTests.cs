namespace RenderSignal.Matching.Tests.Subjects;

public sealed class SubjectGroupTests
{
    [Theory]
    [InlineData("media solution - missions recadrage - lot 7", "media_solution_missions_recadrage_lot_7")]
    [InlineData("lot 7", "lot_7")]
    [InlineData("lot 007 et lot 8", "lot_007")]
    [InlineData("pilot 7, lot 8", "lot_8")]
    [InlineData("lot lot 9", "lot_9")]
    [InlineData("lot 7\u0663", "lot_7")]
    [InlineData("lots 7", "subject_hash_13dbddbafcc7dc1532d3a2594fd3fbeb")]
    [InlineData("lot7", "subject_hash_b4de03d8bfb215d8b16234249b74743d")]
    [InlineData("", "subject_hash_d41d8cd98f00b204e9800998ecf8427e")]
    public void A_lot_or_else_the_whole_subject_is_the_group(string subject, string expected) =>
        Assert.Equal(expected, SubjectGroup.Of(subject));
}
