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

    public static IResult Page(HttpContext context, PageTexts texts, string title, IHtmlContent body, int status = StatusCodes.Status200OK)
    {
        var page = Html($"""
            <!DOCTYPE html>
            <html lang="{texts.Language}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>{title} · RenderSignal</title>
            <link rel="icon" href="data:,">
            <link rel="stylesheet" href="{Stylesheet.AddressFor(context)}">
            </head>
            <body>
            <main>
            {body}
            </main>
            </body>
            </html>

            """);
        using var writer = new StringWriter();
        page.WriteTo(writer, Encoder);
        return Results.Text(writer.ToString(), "text/html", Encoding.UTF8, status);
    }
}
