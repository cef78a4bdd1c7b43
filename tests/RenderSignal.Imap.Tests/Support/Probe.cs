namespace RenderSignal.Imap.Tests;

/// <summary>Recognises nothing, but looks at every text that is read.</summary>
internal sealed class Probe(Action<string> look) : IEmailDetector
{
    public string Name => "probe";

    public Detection? Detect(DetectionInput input)
    {
        look(input.Body);
        return null;
    }
}
