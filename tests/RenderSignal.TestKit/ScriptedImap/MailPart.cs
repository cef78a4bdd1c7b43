using System.Text.RegularExpressions;

namespace RenderSignal.TestKit;

/// <summary>
/// A mail or a part of one, cut out of its source octet by octet (one character each), never written anew.
/// </summary>
internal sealed partial class MailPart
{
    private const int MaxDepth = 20;

    private MailPart(string source, int depth)
    {
        var end = HeaderLength(source);
        Source = source;
        Header = source[..end];
        Body = source[end..];
        ContentType = new HeaderValue(Field("Content-Type") ?? "text/plain; charset=us-ascii");
        Disposition = Field("Content-Disposition") is { } disposition ? new HeaderValue(disposition) : null;
        if (depth < MaxDepth && IsMultipart && ContentType.Parameters.GetValueOrDefault("boundary") is { } boundary)
        {
            Parts = [.. Split(Body, boundary).Select(part => new MailPart(part, depth + 1))];
        }
        else if (depth < MaxDepth && ContentType.Value == "message/rfc822")
        {
            Message = new MailPart(Body, depth + 1);
        }
    }

    public string Source { get; }

    /// <summary>The header with the empty line that ends it.</summary>
    public string Header { get; }

    public string Body { get; }

    public HeaderValue ContentType { get; }

    public HeaderValue? Disposition { get; }

    public bool IsMultipart => ContentType.Value.StartsWith("multipart/", StringComparison.Ordinal);

    public IReadOnlyList<MailPart> Parts { get; } = [];

    /// <summary>The mail that a message/rfc822 part holds.</summary>
    public MailPart? Message { get; }

    public static MailPart Parse(string source) => new(source, 0);

    /// <summary>The value of the first header field of this name, unfolded; null when there is none.</summary>
    public string? Field(string name) =>
        HeaderField().Matches(Header)
            .Where(field => field.Groups["name"].Value.Equals(name, StringComparison.OrdinalIgnoreCase))
            .Select(field => field.Groups["value"].Value.Replace("\r\n", "", StringComparison.Ordinal).Trim())
            .FirstOrDefault();

    /// <summary>The fields of these names (or all but these) as they stand, and the empty line.</summary>
    public string Fields(IReadOnlyCollection<string> names, bool others) =>
        string.Concat(HeaderField().Matches(Header)
            .Where(field => names.Contains(field.Groups["name"].Value, StringComparer.OrdinalIgnoreCase) != others)
            .Select(field => field.Value)) + "\r\n";

    private static int HeaderLength(string source)
    {
        if (source.StartsWith("\r\n", StringComparison.Ordinal))
        {
            return 2;
        }

        var emptyLine = source.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        return emptyLine < 0 ? source.Length : emptyLine + 4;
    }

    private static IEnumerable<string> Split(string body, string boundary)
    {
        var delimiters = Regex.Matches(body, $@"(?:\A|\r\n)--{Regex.Escape(boundary)}(?<last>--)?[ \t]*(?=\r\n|\z)");
        for (var i = 0; i < delimiters.Count && !delimiters[i].Groups["last"].Success; i++)
        {
            var start = Math.Min(body.Length, delimiters[i].Index + delimiters[i].Length + 2);
            var end = i + 1 < delimiters.Count ? delimiters[i + 1].Index : body.Length;
            yield return body[start..Math.Max(start, end)];
        }
    }

    [GeneratedRegex(@"^(?<name>[!-9;-~]+)[ \t]*:(?<value>[^\r\n]*(?:\r\n[ \t][^\r\n]*)*)\r\n", RegexOptions.Multiline)]
    private static partial Regex HeaderField();
}
