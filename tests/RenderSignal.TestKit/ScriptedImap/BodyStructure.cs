namespace RenderSignal.TestKit;

/// <summary>Writes BODYSTRUCTURE, and BODY, which is the same without extensions (RFC 3501 section 7.4.2).</summary>
internal static class BodyStructure
{
    public static string Write(MailPart part, bool extensions) =>
        part.IsMultipart ? Multipart(part, extensions) : Single(part, extensions);

    private static string Multipart(MailPart part, bool extensions)
    {
        // The grammar wants one part at least.
        var parts = part.Parts.Count > 0 ? part.Parts : [MailPart.Parse("\r\n")];
        var text = string.Concat(parts.Select(child => Write(child, extensions)))
            + $" {ImapText.String(Type(part).Sub)}";
        return extensions ? $"({text} {Parameters(part.ContentType)} {Disposition(part)} NIL NIL)" : $"({text})";
    }

    private static string Single(MailPart part, bool extensions)
    {
        var (main, sub) = Type(part);
        List<string> items =
        [
            ImapText.String(main),
            ImapText.String(sub),
            Parameters(part.ContentType),
            ImapText.String(part.Field("Content-ID")),
            ImapText.String(part.Field("Content-Description")),
            ImapText.String(part.Field("Content-Transfer-Encoding") ?? "7bit"),
            $"{part.Body.Length}",
        ];
        if (part.Message is { } message)
        {
            items.AddRange([Envelope.Write(message), Write(message, extensions)]);
        }

        if (part.Message is not null || main == "text")
        {
            items.Add($"{part.Body.Count(character => character == '\n')}");
        }

        if (extensions)
        {
            items.AddRange(["NIL", Disposition(part), "NIL", "NIL"]);
        }

        return ImapText.List(items);
    }

    private static (string Main, string Sub) Type(MailPart part) =>
        part.ContentType.Value.Split('/') is [{ Length: > 0 } main, { Length: > 0 } sub] ? (main, sub) : ("text", "plain");

    private static string Disposition(MailPart part) =>
        part.Disposition is { } disposition
            ? ImapText.List([ImapText.String(disposition.Value), Parameters(disposition)])
            : "NIL";

    private static string Parameters(HeaderValue header) =>
        header.Parameters.Count == 0
            ? "NIL"
            : ImapText.List(header.Parameters.SelectMany(
                parameter => new[] { ImapText.String(parameter.Key), ImapText.String(parameter.Value) }));
}
