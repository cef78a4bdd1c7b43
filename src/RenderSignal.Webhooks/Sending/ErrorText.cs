using System.Text;

namespace RenderSignal.Webhooks;

/// <summary>What receivers say, made fit for logs: one line, no more than the log keeps, and nothing of the address in it.</summary>
internal static class ErrorText
{
    private const int MaxLength = 200;

    // Shorter segments are words like "hook"; keys are longer.
    private const int ShortestKey = 8;

    /// <summary>Receivers like to answer <c>Cannot POST /path</c>, and the path of a webhook is its key.</summary>
    public static string Clean(string text, string? address, params IEnumerable<string?> keys) =>
        OneLine(Hide(text, [.. SecretsOf(address), .. keys]));

    /// <summary>The text without these secrets.</summary>
    public static string Hide(string text, IReadOnlyCollection<string?> secrets) => secrets
        .OfType<string>()
        .Where(secret => secret.Length > 1)
        .OrderByDescending(secret => secret.Length)
        .Aggregate(text, (cleaned, secret) => cleaned.Replace(secret, "***", StringComparison.OrdinalIgnoreCase));

    /// <summary>What of an address must not be shown.</summary>
    public static IEnumerable<string> SecretsOf(string? address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri))
        {
            return [];
        }

        var keys = uri.PathAndQuery.Split('/', '?', '&', '=').Where(part => part.Length >= ShortestKey);
        return [uri.OriginalString, uri.AbsoluteUri, uri.PathAndQuery, uri.AbsolutePath, .. keys];
    }

    public static string OneLine(string text)
    {
        var line = new StringBuilder(MaxLength);
        foreach (var rune in text.EnumerateRunes())
        {
            if (line.Length + rune.Utf16SequenceLength > MaxLength)
            {
                break;
            }

            line.Append(rune);
        }

        return PrintableText.For(line.ToString(), MaxLength).Trim();
    }
}
