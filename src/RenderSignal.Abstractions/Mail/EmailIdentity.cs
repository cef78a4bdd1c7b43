using System.Security.Cryptography;
using System.Text;

namespace RenderSignal;

/// <summary>The two things that say which mail this is and whose: its id and its sender (REFERENCE section 1).</summary>
public static class EmailIdentity
{
    /// <summary>The email id: lower-case hexadecimal MD5 of <c>Message-ID|Subject|Date</c> in UTF-8.</summary>
    /// <param name="messageId">The raw <c>Message-ID</c> header, or an empty string.</param>
    /// <param name="subject">The decoded subject, or an empty string.</param>
    /// <param name="date">The raw <c>Date</c> header, or an empty string.</param>
    /// <returns>32 hexadecimal digits. MD5 is the form that sites have their history in; it protects nothing here.</returns>
    public static string ComputeId(string messageId, string subject, string date) =>
        Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes($"{messageId}|{subject}|{date}")));

    /// <summary>The first address in a <c>From</c> header: what stands in angle brackets, else the first word with an @.</summary>
    /// <returns>The address in its own spelling, or an empty string when there is none.</returns>
    public static string ParseSender(string from)
    {
        var close = 0;
        for (var open = from.IndexOf('<', StringComparison.Ordinal); open >= 0; open = from.IndexOf('<', close))
        {
            close = from.IndexOf('>', open);
            if (close < 0)
            {
                break;
            }

            // What begins within these brackets needs no look of its own: it holds no @ that they do not hold.
            var inside = from.AsSpan(open + 1, close - open - 1).Trim();
            if (inside.Contains('@'))
            {
                return inside.ToString();
            }
        }

        foreach (var range in from.AsSpan().SplitAny(WordSeparators))
        {
            var word = from.AsSpan(range).Trim("<>\"'(),;:");
            if (word.Contains('@'))
            {
                return word.ToString();
            }
        }

        return "";
    }

    private const string WordSeparators = " \t\r\n,;";
}
