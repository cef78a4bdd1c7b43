using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace RenderSignal.TestKit;

/// <summary>Puts a command together from its lines and literals (RFC 3501 section 4.3, RFC 7888).</summary>
internal static partial class ImapCommandReader
{
    /// <param name="input">The connection.</param>
    /// <param name="askForLiteralAsync">Sends the continuation request that a client waits for before a literal.</param>
    /// <returns>Null when the client closed the connection.</returns>
    public static async Task<ImapCommand?> ReadAsync(ImapInput input, Func<Task> askForLiteralAsync)
    {
        var (content, shown) = (new StringBuilder(), new StringBuilder());
        while (true)
        {
            if (await input.ReadLineAsync() is not { } line)
            {
                return null;
            }

            content.Append(line);
            shown.Append(line);
            var literal = LiteralAtEnd().Match(line);
            if (!literal.Success)
            {
                return Parse(content.ToString(), shown.ToString());
            }

            if (!literal.Groups["now"].Success)
            {
                await askForLiteralAsync();
            }

            var length = int.Parse(literal.Groups["length"].Value, CultureInfo.InvariantCulture);
            content.Append("\r\n").Append(await input.ReadLiteralAsync(length));
        }
    }

    private static ImapCommand Parse(string content, string shown)
    {
        var words = content.Split(' ', 3);
        var name = (words.ElementAtOrDefault(1) ?? "").ToUpperInvariant();
        var nameLength = name.Length;
        if (name == "UID" && words.Length == 3)
        {
            var second = words[2].Split(' ', 2)[0];
            nameLength += 1 + second.Length;
            name = $"UID {second.ToUpperInvariant()}";
        }

        var start = words[0].Length + 1 + nameLength + 1;
        return new ImapCommand(words[0], name, Hide(name, From(shown, start))) { Content = From(content, start) };
    }

    private static string From(string text, int start) => start < text.Length ? text[start..] : "";

    private static string Hide(string name, string arguments) => name switch
    {
        "LOGIN" => $"{arguments.Split(' ')[0]} ***",
        "AUTHENTICATE" when arguments.Split(' ') is { Length: > 1 } words => $"{words[0]} ***",
        _ => arguments,
    };

    [GeneratedRegex(@"\{(?<length>\d{1,9})(?<now>\+)?\}$")]
    private static partial Regex LiteralAtEnd();
}
