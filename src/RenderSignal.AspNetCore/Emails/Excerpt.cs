namespace RenderSignal.AspNetCore;

/// <summary>The beginning of what a caller sent, for an answer that names it.</summary>
internal static class Excerpt
{
    private const int MaxLength = 100;

    public static string Of(string text) => text.Length <= MaxLength ? text : string.Concat(text.AsSpan(0, MaxLength), "...");
}
