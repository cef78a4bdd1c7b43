using System.Text;

namespace RenderSignal.TestKit;

/// <summary>From the text in a test to the octets on the wire.</summary>
internal static class MailText
{
    /// <summary>UTF-8, each line feed made CRLF.</summary>
    public static byte[] ToBytes(string mail) => WithCrLf(Encoding.UTF8.GetBytes(mail));

    /// <summary>The same octets, each lone line feed made CRLF.</summary>
    public static byte[] WithCrLf(ReadOnlySpan<byte> mail)
    {
        var wire = new List<byte>(mail.Length);
        byte previous = 0;
        foreach (var octet in mail)
        {
            if (octet == '\n' && previous != '\r')
            {
                wire.Add((byte)'\r');
            }

            wire.Add(octet);
            previous = octet;
        }

        return [.. wire];
    }
}
