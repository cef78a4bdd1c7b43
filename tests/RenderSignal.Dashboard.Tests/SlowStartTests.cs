namespace RenderSignal.Dashboard.Tests;

/// <summary>The page starts also where its first requests fail.</summary>
public sealed class SlowStartTests(Bench bench) : DashboardTest(bench)
{
    [Fact]
    public async Task A_page_whose_texts_cannot_be_loaded_at_first_goes_on_by_itself()
    {
        AllowProblems("en.json: net::ERR_FAILED", "en.json");
        await StartSiteAsync();
        var page = await OpenTabAsync("preferences");
        var failures = 0;
        await page.RouteAsync("**/texts/en.json*", route =>
        {
            failures++;
            return route.AbortAsync();
        }, new() { Times = 2 });

        await page.ReloadAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Preferences", new() { Timeout = 15_000 });
        Assert.True(failures > 0);
    }
}
