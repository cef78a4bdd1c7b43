using Microsoft.AspNetCore.Http;

namespace RenderSignal.AspNetCore;

/// <summary>What the pages say, in one language.</summary>
internal sealed record PageTexts
{
    private static readonly PageTexts[] All = [EnglishTexts.Value, FrenchTexts.Value];

    /// <summary>The language's tag: <c>en</c>.</summary>
    public required string Language { get; init; }

    public required string SignIn { get; init; }

    public required string User { get; init; }

    public required string Password { get; init; }

    public required string WrongCredentials { get; init; }

    /// <summary>With a place for the seconds to wait.</summary>
    public required string TooManyFailures { get; init; }

    public required string StalePage { get; init; }

    public required string OtherSite { get; init; }

    /// <summary>With a place for the name of a variable.</summary>
    public required string Closed { get; init; }

    public required string NoKeys { get; init; }

    public required string BackToSignIn { get; init; }

    /// <summary>With a place for the user.</summary>
    public required string SignedInAs { get; init; }

    public required string SignOut { get; init; }

    public required string Health { get; init; }

    public required string LaterVersion { get; init; }

    /// <summary>The language that a browser likes best of those there are; English when it names none of them.</summary>
    public static PageTexts For(HttpRequest request) => request.GetTypedHeaders().AcceptLanguage
        .Where(language => language.Quality is not 0)
        .OrderByDescending(language => language.Quality ?? 1)
        .Select(language => Array.Find(All, texts => language.Value.StartsWith(texts.Language, StringComparison.OrdinalIgnoreCase)))
        .FirstOrDefault(texts => texts is not null) ?? EnglishTexts.Value;
}
