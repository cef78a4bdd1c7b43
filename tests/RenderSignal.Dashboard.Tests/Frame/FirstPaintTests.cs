using System.Globalization;

namespace RenderSignal.Dashboard.Tests;

/// <summary>
/// How long whoever opens the dashboard waits for its figures. On an idle machine:
/// <c>dotnet run --project tests/RenderSignal.Dashboard.Tests -c Release -- --filter-class "*FirstPaintTests" --show-live-output on</c>
/// </summary>
public sealed class FirstPaintTests(Bench bench, ITestOutputHelper output) : DashboardTest(bench)
{
    private const int Visits = 5;

    // Under 300 ms are usual on an idle machine; a busy one is left its time.
    private const double LongestMs = 2000;

    private const string NoteFigures = """
        window.figuresAt = new Promise((resolve) => {
          new MutationObserver((_, observer) => {
            if (/^\d/.test(document.querySelector('.total.sent .total-count')?.textContent ?? '')) {
              observer.disconnect();
              requestAnimationFrame(() => resolve(performance.now()));
            }
          }).observe(document, { childList: true, subtree: true, characterData: true });
        });
        """;

    [Fact]
    public async Task The_figures_are_there_soon_after_the_page_was_asked_for()
    {
        await StartSiteAsync();
        var page = await OpenTabAsync("overview");
        await Site.DeliverAsync(new Mail("Livraison"), Token);
        await Expect(page.Mail("Livraison")).ToBeVisibleAsync();
        await page.AddInitScriptAsync(NoteFigures);

        var waits = new List<double>();
        for (var visit = 0; visit < Visits; visit++)
        {
            await page.GotoAsync("about:blank");
            await page.GotoAsync("/#/overview");
            await Expect(page.Locator(".total.sent .total-count")).ToHaveTextAsync("1");
            waits.Add(await page.EvaluateAsync<double>("window.figuresAt"));
        }

        var middle = waits.Order().ElementAt(Visits / 2);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"From navigation to figures: {middle:f0} ms ({string.Join(", ", waits.Select(wait => $"{wait:f0}"))})."));
        Assert.InRange(middle, 0, LongestMs);
    }
}
