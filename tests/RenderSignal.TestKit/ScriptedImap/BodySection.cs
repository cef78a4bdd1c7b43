using System.Globalization;
using System.Text.RegularExpressions;

namespace RenderSignal.TestKit;

/// <summary>Finds what stands in the brackets of <c>BODY[1.2.HEADER.FIELDS (SUBJECT)]</c> (RFC 3501 section 6.4.5).</summary>
internal static partial class BodySection
{
    /// <returns>The octets; null when the mail has no such section.</returns>
    public static string? Find(MailPart root, string section)
    {
        var match = Syntax().Match(section);
        if (!match.Success)
        {
            throw new ImapSyntaxException($"{section} is no section of a mail.");
        }

        var numbers = match.Groups["number"].Captures.Select(number => int.Parse(number.Value, CultureInfo.InvariantCulture));
        var (isWhole, part) = (true, (MailPart?)root);
        foreach (var number in numbers)
        {
            part = isWhole ? Child(part, number) : Child(part?.Message, number) ?? part?.Parts.ElementAtOrDefault(number - 1);
            isWhole = false;
        }

        // HEADER and TEXT of a part mean the mail in it; only MIME means its own header.
        var mail = isWhole ? part : part?.Message;
        var fields = match.Groups["field"].Captures.Select(field => field.Value.Trim('"')).ToList();
        return match.Groups["what"].Value.ToUpperInvariant() switch
        {
            "" => isWhole ? part?.Source : part?.Body,
            "MIME" => isWhole ? null : part?.Header,
            "HEADER" => mail?.Header,
            "TEXT" => mail?.Body,
            "HEADER.FIELDS" => mail?.Fields(fields, others: false),
            _ => mail?.Fields(fields, others: true),
        };
    }

    /// <summary>The part of that number; a mail without parts is its own part 1.</summary>
    private static MailPart? Child(MailPart? mail, int number) =>
        mail is { IsMultipart: true } ? mail.Parts.ElementAtOrDefault(number - 1)
        : number == 1 ? mail
        : null;

    [GeneratedRegex(
        @"^(?:(?<number>\d{1,4})(?:\.|$))*(?<what>|MIME|TEXT|HEADER|HEADER\.FIELDS(?:\.NOT)?(?= \())(?: \((?:\s*(?<field>[^\s()]+))+\))?$",
        RegexOptions.IgnoreCase)]
    private static partial Regex Syntax();
}
