using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;

namespace RenderSignal.Dashboard.Tests;

/// <summary>What every page has to pass, and pictures of it.</summary>
internal static class PageChecks
{
    private const int DialogHeight = 1800;

    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = RunOnlyOptions.Tags("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"),
    };

    /// <summary>Passes when there is no problem; else tells each in full.</summary>
    public static void AssertNone(IEnumerable<string> problems)
    {
        var text = string.Join('\n', problems);
        Assert.True(text.Length == 0, text);
    }

    /// <summary>Passes when axe finds nothing against WCAG 2.2 AA or its best practices on the page as it stands.</summary>
    public static async Task AssertAccessibleAsync(this IPage page)
    {
        var result = await page.RunAxe(Rules);
        Assert.NotEmpty(result.Passes);
        AssertNone(result.Violations.SelectMany(rule => rule.Nodes.Select(node => $"{rule.Id} at {node.Target}: {rule.Help} ({rule.HelpUrl})")));
    }

    /// <summary>Passes when the page is no wider than the window; else names the elements that reach out of it.</summary>
    public static async Task AssertNoHorizontalScrollAsync(this IPage page) => AssertNone(await page.EvaluateAsync<string[]>("""
        () => {
          const width = document.documentElement.clientWidth;
          if (document.documentElement.scrollWidth <= width) return [];
          const right = element => element.getBoundingClientRect().left + Math.max(element.offsetWidth ?? 0, element.scrollWidth);
          const wide = [...document.querySelectorAll('body *')].filter(element => right(element) > width);
          return ['The page scrolls sideways.', ...wide.map(element => `${element.outerHTML.slice(0, 100)} ends at ${right(element)} of ${width}`)];
        }
        """));

    /// <summary>Writes <c>artifacts/screenshots/NAME-light.png</c>, <c>-dark.png</c> and <c>-phone.png</c> of the whole page as it stands; then it is as before.</summary>
    public static async Task ScreenshotsAsync(this IPage page, string name)
    {
        var size = new ViewportSize { Width = page.ViewportSize!.Width, Height = page.ViewportSize.Height };
        var isDark = await page.EvaluateAsync<bool>("matchMedia('(prefers-color-scheme: dark)').matches");
        await ShootAsync(page, $"{name}-light.png", Look.Desk, ColorScheme.Light);
        await ShootAsync(page, $"{name}-dark.png", Look.Desk, ColorScheme.Dark);
        await ShootAsync(page, $"{name}-phone.png", Look.Phone, ColorScheme.Light);
        await ShowAsync(page, size, isDark ? ColorScheme.Dark : ColorScheme.Light);
    }

    /// <summary>Writes <c>artifacts/screenshots/NAME.png</c> of what the window shows.</summary>
    public static Task ShootWindowAsync(this IPage page, string name) =>
        page.ScreenshotAsync(new() { Path = Artifacts.Screenshot($"{name}.png"), Animations = ScreenshotAnimations.Disabled });

    /// <summary>Whether the page's content stands on a dark ground.</summary>
    public static Task<bool> IsDarkAsync(this IPage page) => page.EvaluateAsync<bool>("""
        () => {
          for (let place = document.querySelector('main'); place; place = place.parentElement) {
            const [red, green, blue, alpha = 1] = getComputedStyle(place).backgroundColor.match(/[\d.]+/g).map(Number);
            if (alpha > 0) return Math.max(red, green, blue) < 80;
          }
          return matchMedia('(prefers-color-scheme: dark)').matches;
        }
        """);

    private static async Task ShootAsync(IPage page, string file, ViewportSize size, ColorScheme theme)
    {
        // A dialog is as high as the window, and covers no more of a longer page.
        var hasDialog = await page.Locator("dialog[open]").CountAsync() > 0;
        await ShowAsync(page, hasDialog ? new() { Width = size.Width, Height = DialogHeight } : size, theme);
        await page.ScreenshotAsync(new() { Path = Artifacts.Screenshot(file), FullPage = !hasDialog, Animations = ScreenshotAnimations.Disabled });
    }

    private static async Task ShowAsync(IPage page, ViewportSize size, ColorScheme theme)
    {
        await page.SetViewportSizeAsync(size.Width, size.Height);
        await page.EmulateMediaAsync(new() { ColorScheme = theme });
    }
}
