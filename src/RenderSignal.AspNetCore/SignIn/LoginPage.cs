using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http;

namespace RenderSignal.AspNetCore;

/// <summary>The page to sign in on. Works without JavaScript.</summary>
internal static class LoginPage
{
    /// <param name="context">The request.</param>
    /// <param name="texts">The page's language.</param>
    /// <param name="form">What was sent; its user is kept.</param>
    /// <param name="token">Proves that the form comes from this page; null: there is no form.</param>
    /// <param name="error">What went wrong, if anything did.</param>
    /// <param name="status">The HTTP status.</param>
    public static IResult Render(HttpContext context, PageTexts texts, LoginForm form, string? token, string? error, int status) =>
        PageLayout.Page(context, texts, texts.SignIn, PageLayout.Html($"""
            <main>
            <h1>{texts.SignIn}</h1>
            <p class="product">RenderSignal</p>
            {Error(error)}{(token is null ? HtmlString.Empty : Form(context, texts, form, token))}
            </main>
            """), Style(context), status);

    /// <summary>A page that only says why nothing was done, and leads back.</summary>
    public static IResult Refuse(HttpContext context, PageTexts texts, string error, int status) =>
        PageLayout.Page(context, texts, texts.SignIn, PageLayout.Html($"""
            <main>
            <h1>{texts.SignIn}</h1>
            <p class="product">RenderSignal</p>
            {Error(error)}<p><a href="{MountPoint.AddressOf(context, SignInRoutes.LoginPath)}">{texts.BackToSignIn}</a></p>
            </main>
            """), Style(context), status);

    private static IHtmlContent Style(HttpContext context) => PageLayout.Stylesheet(context, "styles/login.css");

    private static IHtmlContent Error(string? error) => error is null ? HtmlString.Empty : PageLayout.Html($"""<p role="alert">{error}</p>""");

    private static IHtmlContent Form(HttpContext context, PageTexts texts, LoginForm form, string token)
    {
        var (onUser, onPassword) = form.User.Length == 0 ? (" autofocus", "") : ("", " autofocus");
        return PageLayout.Html($"""
            <form method="post" action="{MountPoint.AddressOf(context, SignInRoutes.LoginPath)}">
            <label for="username">{texts.User}</label>
            <input id="username" name="{LoginForm.UserField}" value="{form.User}" autocomplete="username" autocapitalize="none" spellcheck="false" required{onUser}>
            <label for="password">{texts.Password}</label>
            <input id="password" name="{LoginForm.PasswordField}" type="password" autocomplete="current-password" required{onPassword}>
            <input type="hidden" name="{LoginForm.NextField}" value="{form.Next ?? ""}">
            <input type="hidden" name="{SignInProtection.FormField}" value="{token}">
            <button type="submit">{texts.SignInButton}</button>
            </form>
            """);
    }
}
