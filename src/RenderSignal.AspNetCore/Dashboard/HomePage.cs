using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http;

namespace RenderSignal.AspNetCore;

/// <summary>What stands at <c>/</c> until the dashboard has pages of its own.</summary>
internal static class HomePage
{
    public static IResult Get(HttpContext context)
    {
        var texts = PageTexts.For(context.Request);
        var signIn = context.GetEndpoint()?.Metadata.GetMetadata<BuiltInSignIn>();
        var body = PageLayout.Html($"""
            <h1>RenderSignal</h1>
            <p class="note">{string.Format(CultureInfo.InvariantCulture, texts.SignedInAs, context.User.Identity?.Name)}</p>
            <p>{texts.LaterVersion}</p>
            <nav>{Link(context, signIn is { CoversApi: true }, "/health", texts.Health)}{Link(context, signIn is not null, SignInRoutes.LogoutPath, texts.SignOut)}</nav>
            """);
        return PageLayout.Page(context, texts, "Dashboard", body);
    }

    private static IHtmlContent Link(HttpContext context, bool exists, string route, string text) =>
        exists ? PageLayout.Html($"""<a href="{MountPoint.AddressOf(context, route)}">{text}</a>""") : HtmlString.Empty;
}
