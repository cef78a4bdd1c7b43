using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace RenderSignal.AspNetCore;

/// <summary>What the pages say that need no script, in one language: the part <c>page</c> of its file of texts.</summary>
internal sealed record PageTexts
{
    private static readonly Dictionary<string, PageTexts> All = PageLanguage.Known.ToDictionary(language => language, Read);

    /// <summary>The language's tag: <c>en</c>.</summary>
    public string Language { get; private init; } = "";

    public required string SignIn { get; init; }

    public required string SignInButton { get; init; }

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

    public required string Dashboard { get; init; }

    public required string Loading { get; init; }

    public required string NeedsScript { get; init; }

    public static PageTexts For(HttpRequest request) => All[PageLanguage.Of(request)];

    private static PageTexts Read(string language) =>
        JsonNode.Parse(Assets.Read($"texts/{language}.json"))!["page"].Deserialize<PageTexts>(JsonSerializerOptions.Web)! with { Language = language };
}
