namespace RenderSignal.AspNetCore;

/// <summary>Paths to which a sign-in may lead on: those of this site.</summary>
internal static class LocalPath
{
    private const int MaxLength = 2048;

    /// <summary>
    /// The path, or null when it could lead elsewhere. A path that comes from an address is percent-encoded, so nothing is lost by
    /// refusing what browsers read in ways of their own: backslashes (as slashes) and control characters (as nothing).
    /// </summary>
    public static string? TryRead(string? text) =>
        text is { Length: > 0 and <= MaxLength } && text[0] == '/' && (text.Length == 1 || text[1] != '/') && text.All(character => character is > ' ' and <= '~' and not '\\')
            ? text
            : null;
}
