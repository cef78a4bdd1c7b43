using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace RenderSignal.AspNetCore;

/// <summary>How somebody wants the pages: what they chose on them, or else what their browser says.</summary>
internal static class PageLanguage
{
    /// <summary>Written by the pages' script; it holds no more than a language's tag.</summary>
    private const string LanguageCookie = "rendersignal_language";

    private const string ThemeCookie = "rendersignal_theme";

    private const string Fallback = "en";

    /// <summary>The tags of the languages that there are files of texts for: <c>en</c>.</summary>
    public static IReadOnlyList<string> Known { get; } = [.. Assets.List("texts/", ".json").Select(path => Path.GetFileNameWithoutExtension(path))];

    /// <summary>The tag of a language that there are texts in; English when none of them is wanted.</summary>
    public static string Of(HttpRequest request) =>
        request.Cookies[LanguageCookie] is { } chosen && Known.Contains(chosen) ? chosen
        : request.GetTypedHeaders().AcceptLanguage
            .Where(language => language.Quality is not 0)
            .OrderByDescending(language => language.Quality ?? 1)
            .Select(language => Known.FirstOrDefault(tag => Includes(tag, language.Value)))
            .FirstOrDefault(tag => tag is not null) ?? Fallback;

    // fr and fr-CA are French; frr is Frisian.
    private static bool Includes(string tag, StringSegment wanted) =>
        wanted.StartsWith(tag, StringComparison.OrdinalIgnoreCase) && (wanted.Length == tag.Length || wanted[tag.Length] == '-');

    /// <summary><c>light</c> or <c>dark</c>; null: as the browser says.</summary>
    public static string? ThemeOf(HttpRequest request) => request.Cookies[ThemeCookie] is "light" or "dark" ? request.Cookies[ThemeCookie] : null;
}
