using Microsoft.AspNetCore.Http;

namespace RenderSignal.AspNetCore;

/// <summary>The frame in which the dashboard's script puts everything. It names all that the script needs, so that nothing is waited for twice.</summary>
internal static class HomePage
{
    public static IResult Get(HttpContext context, ActivityFeed feed)
    {
        var texts = PageTexts.For(context.Request);
        var textsAddress = Assets.AddressOf(context, $"texts/{texts.Language}.json");
        var head = PageLayout.Html($"""
            <link rel="preload" href="{textsAddress}" as="fetch" crossorigin="anonymous">
            {PageLayout.Stylesheet(context, Assets.Style)}
            <script type="module" src="{Assets.AddressOf(context, Assets.Script)}"></script>
            """);
        var isBuiltIn = context.GetEndpoint()?.Metadata.GetMetadata<BuiltInSignIn>() is not null;
        var signOut = isBuiltIn ? MountPoint.AddressOf(context, SignInRoutes.LogoutPath) : "";
        var signIn = isBuiltIn ? MountPoint.AddressOf(context, SignInRoutes.LoginPath) : "";
        var body = PageLayout.Html($"""
            <div id="app" data-base="{MountPoint.PathOf(context).ToUriComponent()}" data-texts="{textsAddress}" data-languages="{string.Join(' ', PageLanguage.Known)}" data-events="{feed.LastId}" data-user="{context.User.Identity?.Name}" data-sign-in="{signIn}" data-sign-out="{signOut}">
            <p class="loading" aria-busy="true">{texts.Loading}</p>
            <noscript><p>{texts.NeedsScript}</p></noscript>
            </div>
            """);
        return PageLayout.Page(context, texts, texts.Dashboard, body, head);
    }
}
