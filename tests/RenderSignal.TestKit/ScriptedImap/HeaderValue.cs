using System.Text.RegularExpressions;

namespace RenderSignal.TestKit;

/// <summary>A header value with parameters, as Content-Type and Content-Disposition have them.</summary>
internal sealed partial class HeaderValue
{
    public HeaderValue(string text)
    {
        Value = text.Split(';', 2)[0].Trim().ToLowerInvariant();
        foreach (var parameter in Parameter().Matches(text).Cast<Match>())
        {
            Parameters.TryAdd(parameter.Groups["name"].Value, Unquote(parameter.Groups["value"].Value));
        }
    }

    /// <summary>What stands before the parameters, in lower case.</summary>
    public string Value { get; }

    public Dictionary<string, string> Parameters { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>What a quoted string means; any other text as it is.</summary>
    public static string Unquote(string text) =>
        text is ['"', .., '"'] ? Escape().Replace(text[1..^1], "$1") : text;

    [GeneratedRegex(""";\s*(?<name>[^\s=;]+)\s*=\s*(?<value>"(?:[^"\\]|\\.)*"|[^\s;"]*)""")]
    private static partial Regex Parameter();

    [GeneratedRegex(@"\\(.)")]
    private static partial Regex Escape();
}
