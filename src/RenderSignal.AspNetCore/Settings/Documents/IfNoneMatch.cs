using Microsoft.Net.Http.Headers;

namespace RenderSignal.AspNetCore;

/// <summary>The versions that somebody has already, as <c>If-None-Match</c> tells them (RFC 9110, 13.1.2).</summary>
internal static class IfNoneMatch
{
    /// <summary>Whether one of them is this one. What cannot be understood names none: the answer is sent whole.</summary>
    /// <param name="header">All of its lines, with commas between them; null: there is none.</param>
    /// <param name="version">The version that there is.</param>
    public static bool Has(string? header, string version) =>
        header is not null
        && EntityTagHeaderValue.TryParseStrictList([header], out var tags)
        && tags.Any(tag => tag.Equals(EntityTagHeaderValue.Any) || tag.Tag == IfMatch.Tag(version)); // a weak one, too: a proxy that compresses makes tags weak
}
