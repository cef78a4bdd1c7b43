namespace RenderSignal.Dashboard.Tests;

/// <summary>How a visitor sees the pages: in English, in the light, on a desk in Paris, unless said otherwise.</summary>
public sealed record Look
{
    /// <summary>A desk: 1280×900.</summary>
    public static ViewportSize Desk { get; } = new() { Width = 1280, Height = 900 };

    /// <summary>A phone held upright: 390×844.</summary>
    public static ViewportSize Phone { get; } = new() { Width = 390, Height = 844 };

    public static Look Default { get; } = new(); // after the sizes, for it has one of them

    /// <summary>The browser's language, which it also asks servers for: <c>en-GB</c>, <c>fr-FR</c>.</summary>
    public string Locale { get; init; } = "en-GB";

    public ColorScheme Theme { get; init; } = ColorScheme.Light;

    public ViewportSize Size { get; init; } = Desk;

    /// <summary>The browser's time zone, an IANA name.</summary>
    public string TimeZone { get; init; } = "Europe/Paris";
}
