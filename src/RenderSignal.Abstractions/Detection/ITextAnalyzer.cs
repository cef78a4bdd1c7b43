namespace RenderSignal;

/// <summary>The rules of text that decisions rest on. Pure, linear in the length of the text; safe for concurrent use.</summary>
public interface ITextAnalyzer
{
    /// <summary>Accents dropped, lower case, runs of white space as one space, trimmed (REFERENCE section 3).</summary>
    string Normalize(string text);

    /// <summary>Whether the subject is a reply, and the group it belongs to.</summary>
    SubjectTraits AnalyzeSubject(string subject);

    /// <summary>The delivery links of a text in their order, each once (REFERENCE section 2).</summary>
    IReadOnlyList<DeliveryLink> FindLinks(string text);
}
