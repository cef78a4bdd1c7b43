namespace RenderSignal.Dashboard.Tests;

public sealed class OutageTests(Bench bench) : DashboardTest(bench)
{
    [Fact]
    public async Task A_server_that_was_away_is_found_again_and_mails_go_on_to_come()
    {
        AllowProblems("net::ERR_");
        await StartSiteAsync();
        var page = await OpenTabAsync("overview");
        var away = page.GetByRole(AriaRole.Alert).GetByText("The server does not answer.");
        await Site.DeliverAsync(new Mail("Avant"), Token);
        await Expect(page.Mail("Avant")).ToBeVisibleAsync();
        await page.EvaluateAsync("window.isTheSamePage = true");

        await Site.StopAsync();
        await Expect(away).ToBeVisibleAsync();
        await page.AssertAccessibleAsync();
        await Site.DeliverAsync(new Mail("Pendant"), Token);
        await Site.StartAgainAsync(Token);

        await Expect(away).ToHaveCountAsync(0);
        await Expect(page.Mail("Pendant")).ToBeVisibleAsync();
        await Site.DeliverAsync(new Mail("Après"), Token);
        await Expect(page.Mail("Après")).ToBeVisibleAsync();
        await Expect(page.Mails()).ToHaveCountAsync(3);
        await Expect(page.Locator(".total.sent .total-count")).ToHaveTextAsync("3");
        Assert.True(await page.EvaluateAsync<bool>("window.isTheSamePage"));
    }
}
