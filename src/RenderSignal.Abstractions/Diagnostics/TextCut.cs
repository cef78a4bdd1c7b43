namespace RenderSignal;

internal static class TextCut
{
    /// <summary>The first characters of a text, never half a surrogate pair: what is kept becomes JSON.</summary>
    public static string At(string text, int length) =>
        text.Length <= length ? text : text[..(length > 0 && char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
}
