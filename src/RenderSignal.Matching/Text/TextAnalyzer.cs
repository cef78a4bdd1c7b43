namespace RenderSignal.Matching;

internal sealed class TextAnalyzer : ITextAnalyzer
{
    public string Normalize(string text) => TextNormalizer.Normalize(text);

    public SubjectTraits AnalyzeSubject(string subject)
    {
        // As recorded from the reference: whatever differs from its stripped form counts as a reply, even by a blank at an end.
        var isReply = ReplyPrefix.Strip(subject).Length != subject.Length;
        return new SubjectTraits(isReply, SubjectGroup.Of(ReplyPrefix.Strip(Normalize(subject))));
    }

    public IReadOnlyList<DeliveryLink> FindLinks(string text) => LinkFinder.Find(text);
}
