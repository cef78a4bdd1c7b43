using RenderSignal.TestKit;

namespace RenderSignal.Dashboard.Tests;

public sealed class ToolsTests(Bench bench) : DashboardTest(bench)
{
    [Fact]
    public async Task A_cycle_runs_when_asked_for_and_tells_what_came_of_it()
    {
        await StartSiteAsync(("EMAIL_POLLING_INTERVAL_SECONDS", "3600"));
        var tools = new ToolsPage(await OpenTabAsync("tools"));
        await tools.Button("Run a cycle now", "Run a cycle").ClickAsync();
        await Expect(tools.Said("Run a cycle now")).ToContainTextAsync("0 unread mails were found.");

        await Site.DeliverAsync(new Mail("Livraison"), Token);
        await tools.Button("Run a cycle now", "Run a cycle").ClickAsync();

        await Expect(tools.Said("Run a cycle now")).ToContainTextAsync("One unread mail was found.");
        await Expect(tools.Said("Run a cycle now").Locator("[data-status=sent]")).ToHaveTextAsync("sent1");
        Assert.Single(Site.Receiver.Requests);
    }

    [Fact]
    public async Task A_presence_test_reaches_the_hook_that_the_page_names()
    {
        AllowProblems("POST /api/test_presence_webhook: 400");
        await StartSiteAsync();
        var page = await OpenTabAsync("tools");
        var tools = new ToolsPage(page);
        await tools.Button("Presence test", "Send “absent”").ClickAsync();
        await Expect(tools.Said("Presence test")).ToContainTextAsync("PRESENCE_FALSE_MAKE_WEBHOOK_URL is not set");

        var hook = Site.Receiver.Url("/present").AbsoluteUri;
        Assert.Equal(200, (await page.APIRequest.PostAsync("/api/settings/webhook_config", new() { DataObject = new { presence_true_url = hook } })).Status);
        await Expect(tools.Card("Presence test").GetByText($"{Site.Receiver.Url().AbsoluteUri}***")).ToBeVisibleAsync();
        await tools.Button("Presence test", "Send “present”").ClickAsync();

        await Expect(tools.Said("Presence test")).ToContainTextAsync("Make.com accepted “present” (status 200");
        Assert.Equal("/present", Assert.Single(Site.Receiver.Requests).Path);
    }

    [Fact]
    public async Task A_runtime_flag_acts_on_the_next_mail_and_warns_while_it_is_on()
    {
        await StartSiteAsync(("ENABLE_SUBJECT_GROUP_DEDUP", "false"));
        var page = await OpenTabAsync("tools");
        var tools = new ToolsPage(page);
        await Site.DeliverAsync(new Mail("Sans lien A", "Bonjour"), Token);
        await Site.Log.WaitForMessageAsync("Skipped: 'Sans lien A'", cancellationToken: Token);

        await tools.Card("Runtime flags").GetByRole(AriaRole.Switch, new() { Name = "Send mails without a delivery link" }).CheckAsync();
        await tools.Button("Runtime flags", "Save").ClickAsync();
        await Expect(tools.Card("Runtime flags").GetByText("A flag is on.")).ToBeVisibleAsync();
        var uid = await Site.DeliverAsync(new Mail("Sans lien B", "Bonjour"), Token);
        await Site.Receiver.WaitForAsync(1, cancellationToken: Token);
        await Site.Log.WaitForMessageAsync("Sent: 'Sans lien B'", cancellationToken: Token);

        var again = tools.Card("Runtime flags").GetByRole(AriaRole.Switch, new() { Name = "Send mails again that were processed before" });
        await again.CheckAsync();
        await tools.Button("Runtime flags", "Save").ClickAsync();
        await Expect(tools.Button("Runtime flags", "Save")).ToBeDisabledAsync();
        await Site.Mailbox.SetUnseenAsync(uid, Token);
        await Site.Receiver.WaitForAsync(2, cancellationToken: Token);
        await page.ReloadAsync();
        await Expect(again).ToBeCheckedAsync();
    }

    [Fact]
    public async Task An_address_is_checked_without_anything_being_sent_to_it()
    {
        await StartSiteAsync();
        var page = await OpenTabAsync("tools");
        var tools = new ToolsPage(page);

        await CheckAsync(Site.Receiver.Url("/hook").AbsoluteUri);
        await Expect(tools.Said("Check an address")).ToContainTextAsync("It can be reached.");
        await Expect(tools.Said("Check an address")).ToContainTextAsync("a receiver of webhooks");
        Assert.Empty(Site.Receiver.Requests);

        await CheckAsync($"http://127.0.0.1:{FreePort.Next()}/hook");
        await Expect(tools.Said("Check an address")).ToContainTextAsync("It cannot be reached.");

        await using var own = await WebhookReceiver.StartAsync(https: true, Token);
        await CheckAsync(own.Url("/hook").AbsoluteUri);
        await Expect(tools.Said("Check an address")).ToContainTextAsync("Nobody whom the server trusts has signed its certificate");
        await Expect(tools.Said("Check an address")).ToContainTextAsync("Certificate valid until");

        await CheckAsync("javascript:alert(1)");
        await Expect(tools.Said("Check an address")).ToContainTextAsync("none that can be used here");
        await Expect(tools.Card("Check an address").GetByRole(AriaRole.Link)).ToHaveCountAsync(0);

        async Task CheckAsync(string address)
        {
            await tools.Card("Check an address").GetByLabel("Address", new() { Exact = true }).FillAsync(address);
            await tools.Button("Check an address", "Check").ClickAsync();
        }
    }

    [Theory, MemberData(nameof(LanguagesAndThemes))]
    public async Task The_tab_is_accessible_in_each_language_and_theme_and_fits_a_phone(string locale, ColorScheme theme)
    {
        await StartSiteAsync();
        var page = await OpenTabAsync("tools", Look.Default with { Locale = locale, Theme = theme });
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(locale == "fr-FR" ? "Outils" : "Tools");
        await Expect(page.GetByRole(AriaRole.Switch)).ToHaveCountAsync(2);
        await page.GetByRole(AriaRole.Button, new() { Name = locale == "fr-FR" ? "Remplir avec un exemple" : "Fill in an example" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = locale == "fr-FR" ? "Montrer la décision" : "Show the decision" }).ClickAsync();
        await Expect(page.Locator(".verdict")).ToContainTextAsync(locale == "fr-FR" ? "Cet e-mail serait envoyé." : "This mail would be sent.");

        await page.AssertAccessibleAsync();
        await page.SetViewportSizeAsync(Look.Phone.Width, Look.Phone.Height);
        await page.AssertNoHorizontalScrollAsync();
        await page.AssertAccessibleAsync();
        if (locale == "en-GB" && theme == ColorScheme.Light)
        {
            await page.ScreenshotsAsync("tools");
        }
    }
}
