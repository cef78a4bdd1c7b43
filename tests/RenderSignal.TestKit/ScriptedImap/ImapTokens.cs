using System.Globalization;
using System.Text;

namespace RenderSignal.TestKit;

/// <summary>The words of a command's arguments, one after another: atoms, quoted strings, literals, parentheses.</summary>
internal sealed class ImapTokens
{
    private readonly Queue<string> _tokens = new();

    public ImapTokens(string arguments)
    {
        for (var at = 0; at < arguments.Length;)
        {
            switch (arguments[at])
            {
                case ' ':
                    at++;
                    break;
                case '(' or ')':
                    _tokens.Enqueue(arguments[at++].ToString());
                    break;
                case '"':
                    _tokens.Enqueue(Quoted(arguments, ref at));
                    break;
                case '{':
                    _tokens.Enqueue(Literal(arguments, ref at));
                    break;
                default:
                    var end = arguments.AsSpan(at).IndexOfAny(" ()");
                    end = end < 0 ? arguments.Length : at + end;
                    _tokens.Enqueue(arguments[at..end]);
                    at = end;
                    break;
            }
        }
    }

    public bool IsEmpty => _tokens.Count == 0;

    public string? Peek() => _tokens.TryPeek(out var token) ? token : null;

    /// <exception cref="ImapSyntaxException">There is no further word.</exception>
    public string Next() => _tokens.TryDequeue(out var token) ? token : throw new ImapSyntaxException("An argument is missing.");

    private static string Quoted(string text, ref int at)
    {
        var value = new StringBuilder();
        for (at++; at < text.Length && text[at] != '"'; at++)
        {
            if (text[at] == '\\' && at + 1 < text.Length)
            {
                at++;
            }

            value.Append(text[at]);
        }

        at++;
        return value.ToString();
    }

    private static string Literal(string text, ref int at)
    {
        var close = text.IndexOf("}\r\n", at, StringComparison.Ordinal);
        if (close < 0 || !int.TryParse(text[(at + 1)..close].TrimEnd('+'), CultureInfo.InvariantCulture, out var length))
        {
            throw new ImapSyntaxException("A literal has no size.");
        }

        var start = close + 3;
        at = Math.Min(text.Length, start + length);
        return text[start..at];
    }
}
