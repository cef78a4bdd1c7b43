namespace RenderSignal;

/// <summary>A sender's text made fit for a log line: no control characters that could forge a line or a terminal's commands, and not long.</summary>
internal static class PrintableText
{
    private const int MaxLength = 120;

    public static string For(string text)
    {
        var cut = text.Length > MaxLength ? string.Concat(text.AsSpan(0, MaxLength), "…") : text;
        return new string([.. cut.Select(character => char.IsControl(character) ? ' ' : character)]);
    }
}
