using Xunit.Sdk;

namespace RenderSignal.Dashboard.Tests;

public sealed class PageChecksTests(Bench bench) : DashboardTest(bench)
{
    [Fact]
    public async Task What_is_not_accessible_is_told_with_rule_and_place()
    {
        var page = await OpenAfterStartAsync();
        await page.EvaluateAsync("document.querySelector('label[for=username]').remove()");

        var failure = await Assert.ThrowsAnyAsync<XunitException>(page.AssertAccessibleAsync);

        Assert.Contains("label at #username: Form elements must have labels", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_reaches_out_of_the_window_is_named()
    {
        var page = await OpenAfterStartAsync();
        await page.EvaluateAsync("document.querySelector('h1').style.width = '2000px'");

        var failure = await Assert.ThrowsAnyAsync<XunitException>(page.AssertNoHorizontalScrollAsync);

        Assert.Contains("Sign in</h1> ends at 2", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_is_as_before_after_its_pictures()
    {
        var page = await OpenAfterStartAsync(Look.Default with { Theme = ColorScheme.Dark, Size = Look.Phone });

        await page.ScreenshotsAsync("sign-in");

        Assert.True(await page.EvaluateAsync<bool>("matchMedia('(prefers-color-scheme: dark)').matches && innerWidth === 390"));
        Assert.All(["light", "dark", "phone"], look => Assert.True(File.Exists(Artifacts.Screenshot($"sign-in-{look}.png"))));
    }

    private async Task<IPage> OpenAfterStartAsync(Look? look = null)
    {
        await StartSiteAsync();
        return await OpenSignInAsync(look);
    }
}
