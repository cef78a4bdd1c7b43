namespace RenderSignal.Dashboard.Tests;

public sealed class SiteTests(Bench bench) : DashboardTest(bench)
{
    [Fact]
    public async Task A_mail_that_is_delivered_is_polled_and_sent()
    {
        await StartSiteAsync();

        await Site.DeliverAsync(new Mail("Livraison"), Token);

        var request = Assert.Single(await Site.Receiver.WaitForAsync(1, cancellationToken: Token));
        Assert.Equal("Livraison", (string?)request.Json!["subject"]);
    }

    [Fact]
    public async Task Variables_and_stored_documents_are_obeyed()
    {
        await StartSiteWithAsync([("processing_prefs", """{"exclude_keywords": ["promotion"]}""")], Hours.ClosedWindow);

        await Site.DeliverAsync(new Mail("Promotion"), Token);
        await Site.Log.WaitForMessageAsync("Skipped: 'Promotion'", cancellationToken: Token);
        await Site.DeliverAsync(new Mail("Livraison"), Token);
        await Site.Log.WaitForMessageAsync("Left: 'Livraison'", cancellationToken: Token);

        Assert.Empty(Site.Receiver.Requests);
    }

    [Fact]
    public async Task A_site_that_was_away_comes_back_with_its_sessions()
    {
        AllowProblems("net::ERR_CONNECTION_REFUSED");
        await StartSiteAsync();
        var page = await OpenTabAsync("overview");

        await Site.StopAsync();
        var refused = await Assert.ThrowsAnyAsync<PlaywrightException>(() => page.ReloadAsync());
        Assert.Contains("ERR_CONNECTION_REFUSED", refused.Message, StringComparison.Ordinal);
        await Site.StartAgainAsync(Token);

        await page.GotoAsync("/");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Overview" })).ToBeVisibleAsync();
    }
}
