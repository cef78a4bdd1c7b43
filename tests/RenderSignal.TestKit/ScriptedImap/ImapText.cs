namespace RenderSignal.TestKit;

/// <summary>Values as IMAP writes them (RFC 3501 section 4).</summary>
internal static class ImapText
{
    /// <summary>NIL, a quoted string, or a literal for what no quoted string may hold.</summary>
    public static string String(string? value) => value switch
    {
        null => "NIL",
        _ when value.All(character => character is >= ' ' and <= '~') =>
            $"\"{value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"",
        _ => Literal(value),
    };

    public static string Literal(string value) => $"{{{value.Length}}}\r\n{value}";

    public static string List(IEnumerable<string> values) => $"({string.Join(' ', values)})";
}
