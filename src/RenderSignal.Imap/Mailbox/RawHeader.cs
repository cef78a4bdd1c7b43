using System.Text;
using MimeKit;

namespace RenderSignal.Imap;

/// <summary>Headers as they stand in the mail: encoded words and folds kept, the blanks after the colon and the line end dropped.</summary>
internal static class RawHeader
{
    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    public static string Text(HeaderList headers, HeaderId id)
    {
        var header = headers.FirstOrDefault(candidate => candidate.Id == id);
        return header is null ? "" : Decode(header.RawValue).TrimStart(' ', '\t').TrimEnd('\r', '\n');
    }

    /// <summary>8-bit headers are UTF-8 where they can be (RFC 6532), else Latin-1, in which every byte is a character.</summary>
    private static string Decode(byte[] raw)
    {
        try
        {
            return StrictUtf8.GetString(raw);
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(raw);
        }
    }
}
