using System.Text;
using MimeKit;
using MimeKit.Utils;

namespace RenderSignal.Imap;

/// <summary>Turns the bytes of a text part into text.</summary>
internal static class PartText
{
    private static readonly DecoderReplacementFallback DropUndecodable = new("");

    static PartText() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Undoes the transfer encoding and the charset; bytes that do not decode are dropped (REFERENCE section 1).</summary>
    public static string Decode(Stream encoded, TextSection part)
    {
        if (!MimeUtils.TryParse(part.TransferEncoding, out ContentEncoding transferEncoding))
        {
            transferEncoding = ContentEncoding.Default;
        }

        using var decoded = new MemoryStream();
        new MimeContent(encoded, transferEncoding).DecodeTo(decoded);
        return EncodingFor(part.Charset).GetString(decoded.GetBuffer(), 0, (int)decoded.Length);
    }

    private static Encoding EncodingFor(string? charset)
    {
        // Servers say us-ascii of a part that names no charset (RFC 3501, section 7.4.2), and of such a part UTF-8 is to be read.
        if (charset is null || charset.Equals("us-ascii", StringComparison.OrdinalIgnoreCase))
        {
            return Utf8();
        }

        try
        {
            return Encoding.GetEncoding(charset, EncoderFallback.ReplacementFallback, DropUndecodable);
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            // Nobody knows it, or .NET refuses it (utf-7).
            return Utf8();
        }
    }

    private static Encoding Utf8() => Encoding.GetEncoding("utf-8", EncoderFallback.ReplacementFallback, DropUndecodable);
}
