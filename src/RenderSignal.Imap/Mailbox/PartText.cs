using System.Text;
using MailKit;
using MimeKit;
using MimeKit.Utils;

namespace RenderSignal.Imap;

/// <summary>Turns the bytes of a text part into text.</summary>
internal static class PartText
{
    static PartText() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Undoes the transfer encoding and the charset; bytes that do not decode are dropped (REFERENCE section 1).</summary>
    public static string Decode(Stream encoded, BodyPartBasic part)
    {
        if (!MimeUtils.TryParse(part.ContentTransferEncoding, out ContentEncoding transferEncoding))
        {
            transferEncoding = ContentEncoding.Default;
        }

        using var decoded = new MemoryStream();
        new MimeContent(encoded, transferEncoding).DecodeTo(decoded);
        return EncodingFor(part.ContentType.Charset).GetString(decoded.GetBuffer(), 0, (int)decoded.Length);
    }

    /// <summary>The part's own charset, or UTF-8 when it names none or one that nobody knows.</summary>
    private static Encoding EncodingFor(string? charset)
    {
        try
        {
            return Encoding.GetEncoding(charset ?? "utf-8", EncoderFallback.ReplacementFallback, new DecoderReplacementFallback(""));
        }
        catch (ArgumentException)
        {
            return Encoding.GetEncoding("utf-8", EncoderFallback.ReplacementFallback, new DecoderReplacementFallback(""));
        }
    }
}
