namespace RenderSignal.Matching;

internal sealed class TextAnalyzer : ITextAnalyzer
{
    public string Normalize(string text) => TextNormalizer.Normalize(text);

    public SubjectTraits AnalyzeSubject(string subject)
    {
        // As recorded from the reference: even a blank at an end makes a reply, so callers trim the subject first.
        var isReply = ReplyPrefix.Strip(subject).Length != subject.Length;
        return new SubjectTraits(isReply, SubjectGroup.Of(ReplyPrefix.Strip(Normalize(subject))));
    }

    public IReadOnlyList<DeliveryLink> FindLinks(string text) => LinkFinder.Find(text);
}
