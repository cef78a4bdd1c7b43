using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http;

namespace RenderSignal.AspNetCore;

/// <summary>What all pages have in common. Whatever is put into a page's text is encoded, for its type leaves no other way.</summary>
internal static class PageLayout
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>Markup as it is written, with what stands in braces encoded, unless it is markup itself.</summary>
    public static IHtmlContent Html(FormattableString markup) => new HtmlFormattableString(markup.Format, markup.GetArguments()!);

    public static IHtmlContent Stylesheet(HttpContext context, string path) =>
        Html($"""<link rel="stylesheet" href="{Assets.AddressOf(context, path)}">""");

    /// <param name="context">The request.</param>
    /// <param name="texts">The page's language.</param>
    /// <param name="title">What stands before the product's name in the title.</param>
    /// <param name="body">The page.</param>
    /// <param name="head">What stands in the head beside what all pages have.</param>
    /// <param name="status">The HTTP status.</param>
    public static IResult Page(
        HttpContext context, PageTexts texts, string title, IHtmlContent body, IHtmlContent head, int status = StatusCodes.Status200OK)
    {
        var theme = PageLanguage.ThemeOf(context.Request) is { } chosen ? Html($" data-theme=\"{chosen}\"") : HtmlString.Empty;
        var page = Html($"""
            <!DOCTYPE html>
            <html lang="{texts.Language}"{theme}>
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>{title} · RenderSignal</title>
            <link rel="icon" href="{Assets.AddressOf(context, "icon.svg")}" type="image/svg+xml">
            {Stylesheet(context, "vendor/pico.css")}
            {Stylesheet(context, "styles/base.css")}
            {head}
            </head>
            <body>
            {body}
            </body>
            </html>

            """);
        using var writer = new StringWriter();
        page.WriteTo(writer, Encoder);
        return Results.Text(writer.ToString(), "text/html", Encoding.UTF8, status);
    }
}
