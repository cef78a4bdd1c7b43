using RenderSignal.TestKit;

namespace RenderSignal.Dashboard.Tests;

public sealed class HealthTests(Bench bench) : DashboardTest(bench)
{
    [Fact]
    public async Task Parts_tell_how_they_fare_and_what_failed()
    {
        AllowWarnings("out of order", "was not accepted", "Failed: ");
        await StartSiteWithAsync([("processing_prefs", """{"retry_count": 0, "notify_on_failure": true}""")], ("EMAIL_POLLING_INTERVAL_SECONDS", "3600"));
        Site.Receiver.Script(new Answer(503, "out of order"));
        var page = await OpenTabAsync("overview");
        await Expect(Part(page, "mailbox")).ToContainTextAsync("Working");
        await Expect(Part(page, "poller")).ToContainTextAsync("Next cycle in ");
        await Expect(Part(page, "receiver")).ToContainTextAsync("Not used yet");
        await Expect(page.GetByText("Mails go out at any time.")).ToBeVisibleAsync();

        await CheckAsync(page, "No unread mail.");
        await Site.DeliverAsync(new Mail("Livraison"), Token);
        await CheckAsync(page, "1 unread mail: 1 failed");

        await Expect(Part(page, "receiver")).ToHaveClassAsync("component failing");
        await Expect(Part(page, "receiver")).ToContainTextAsync("503");
        await Expect(page.Mail("Livraison")).ToContainTextAsync("Failed");
        var alert = page.Locator(".alerts");
        await Expect(alert).ToContainTextAsync("Livraison");
        await page.AssertAccessibleAsync();
        await alert.GetByRole(AriaRole.Link, new() { Name = "Open" }).ClickAsync();
        await Expect(page.OpenedMail()).ToContainTextAsync("Not accepted (HTTP 503)");
        await Expect(alert).Not.ToContainTextAsync("Livraison");
    }

    [Fact]
    public async Task Sending_and_polling_that_are_held_back_say_so_and_where_to_change_it()
    {
        await StartSiteWithAsync(
            [("webhook_config", """{"webhook_sending_enabled": false}"""), ("polling_config", """{"enable_polling": false}""")], Hours.ClosedWindow);
        var page = await OpenTabAsync("overview");

        await Expect(page.GetByText("Sending is switched off: mails wait.")).ToBeVisibleAsync();
        await Expect(Part(page, "poller")).ToContainTextAsync("Polling is switched off.");
        await page.GetByRole(AriaRole.Link, new() { Name = "Change" }).ClickAsync();
        await Expect(page.Locator("[data-field=webhook_sending_enabled] :focus")).ToBeInViewportAsync();
        await page.Keyboard.PressAsync("Space");
        await page.Locator("[data-document=webhook_config]").Button("Save").ClickAsync();
        await Expect(page.GetByText("Saved. Applies from the next mail.")).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "Overview" }).ClickAsync();
        await Expect(page.Locator(".sending")).ToContainTextAsync("outside the sending hours", new() { Timeout = 10_000 });
        await page.GetByRole(AriaRole.Link, new() { Name = "Change" }).ClickAsync();
        await Expect(page.Locator("[data-field=window] :focus")).ToBeInViewportAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Overview" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Switch it on" }).ClickAsync();
        await Expect(page.Locator("[data-field=enable_polling] :focus")).ToBeInViewportAsync();
    }

    private static ILocator Part(IPage page, string name) => page.Locator($"[data-component={name}]");

    private static async Task CheckAsync(IPage page, string outcome)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Check the mailbox now" }).ClickAsync();
        await Expect(page.Locator(".check-now [role=status]")).ToHaveTextAsync(outcome, new() { Timeout = 10_000 });
    }
}
