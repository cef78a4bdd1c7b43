using Microsoft.AspNetCore.Http;

namespace RenderSignal.AspNetCore;

/// <summary>How somebody wants the pages: what they chose on them, or else what their browser says.</summary>
internal static class PageLanguage
{
    /// <summary>Written by the pages' script; it holds no more than a language's tag.</summary>
    private const string LanguageCookie = "rendersignal_language";

    private const string ThemeCookie = "rendersignal_theme";

    private static readonly string[] Known = ["en", "fr"];

    /// <summary>The tag of a language that there are texts in; English when none of them is wanted.</summary>
    public static string Of(HttpRequest request) =>
        request.Cookies[LanguageCookie] is { } chosen && Known.Contains(chosen) ? chosen
        : request.GetTypedHeaders().AcceptLanguage
            .Where(language => language.Quality is not 0)
            .OrderByDescending(language => language.Quality ?? 1)
            .Select(language => Array.Find(Known, tag => language.Value.StartsWith(tag, StringComparison.OrdinalIgnoreCase)))
            .FirstOrDefault(tag => tag is not null) ?? Known[0];

    /// <summary><c>light</c> or <c>dark</c>; null: as the browser says.</summary>
    public static string? ThemeOf(HttpRequest request) => request.Cookies[ThemeCookie] is "light" or "dark" ? request.Cookies[ThemeCookie] : null;
}
