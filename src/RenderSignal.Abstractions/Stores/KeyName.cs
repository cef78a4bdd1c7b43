namespace RenderSignal;

/// <summary>The names of session keys: safe as the name of a file.</summary>
internal static class KeyName
{
    /// <exception cref="ArgumentException">Something else than letters, digits and hyphens is in it, or nothing is.</exception>
    public static void ThrowIfNone(string name)
    {
        if (name.Length == 0 || !name.All(character => char.IsAsciiLetterOrDigit(character) || character == '-'))
        {
            throw new ArgumentException($"'{name}' is no name of a key: letters, digits and hyphens.", nameof(name));
        }
    }
}
