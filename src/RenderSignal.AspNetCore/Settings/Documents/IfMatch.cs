using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace RenderSignal.AspNetCore;

/// <summary>The versions that a change was made for, as <c>If-Match</c> tells them (RFC 9110, 13.1.1).</summary>
internal static class IfMatch
{
    /// <param name="header">All of its lines, with commas between them; null: there is none.</param>
    /// <returns>The versions; null: any.</returns>
    /// <exception cref="RequestRejectedException">400: it cannot be understood, or holds a weak tag, which would match nothing.</exception>
    public static IReadOnlyList<string>? Read(string? header)
    {
        if (header is null)
        {
            return null;
        }

        if (!EntityTagHeaderValue.TryParseStrictList([header], out var tags) || tags.Count == 0 || tags.Any(tag => tag.IsWeak))
        {
            throw new RequestRejectedException(
                StatusCodes.Status400BadRequest,
                $"If-Match is '{PrintableText.For(header)}': send the version that was read, in quotes (If-Match: \"0123456789abcdef\"), or * for any.");
        }

        return tags.Contains(EntityTagHeaderValue.Any) ? null : [.. tags.Select(tag => tag.Tag.Value!.Trim('"'))];
    }

    /// <summary>The version as a header.</summary>
    public static string Tag(string version) => $"\"{version}\"";
}
