using System.Text.RegularExpressions;

namespace RenderSignal.Dashboard.Tests;

public sealed partial class OpenMailTests(Bench bench) : DashboardTest(bench)
{
    [Fact]
    public async Task A_mail_is_looked_through_previewed_and_sent_by_hand_with_its_own_webhook_id()
    {
        await StartSiteAsync();
        var page = await OpenTabAsync("overview");
        await Site.DeliverAsync(new Mail("Bonjour", "Rien."), Token);
        await page.OpenMailAsync("Bonjour");
        var dialog = page.OpenedMail();
        await Expect(page).ToHaveURLAsync(OneMail());
        await Expect(dialog).ToContainTextAsync("no delivery link");
        await Expect(dialog).ToContainTextAsync("lot@example.test");

        await dialog.Button("Test with the current settings").ClickAsync();
        await Expect(dialog).ToContainTextAsync("This mail would");
        await Expect(dialog.GetByText("\"subject\": \"Bonjour\"")).ToBeVisibleAsync();

        await dialog.Button("Send it now").ClickAsync();
        await Expect(dialog.Button("Yes, send it")).ToBeFocusedAsync();
        await dialog.Button("Cancel").ClickAsync();
        await Expect(dialog.Button("Send it now")).ToBeFocusedAsync();
        Assert.Empty(Site.Receiver.Requests);

        await SendAsync(dialog, "Send it now");
        await Expect(dialog.GetByText("Sent, and the receiver accepted it.")).ToBeVisibleAsync();
        await Expect(dialog.GetByText("Accepted (HTTP 200)")).ToBeVisibleAsync();
        await Expect(page.Mail("Bonjour")).ToContainTextAsync("sent by hand", new() { IgnoreCase = true });

        Site.Receiver.Script(new TestKit.Answer(422, """{"success":false,"message":"no such client"}"""));
        AllowProblems("/replay: 502");
        AllowWarnings("no such client", "was not accepted");
        await SendAsync(dialog, "Send it again");
        await Expect(dialog.GetByText("The receiver did not accept it:")).ToContainTextAsync("no such client");

        var requests = await Site.Receiver.WaitForAsync(2, cancellationToken: Token);
        Assert.NotEmpty(requests[0].Headers["webhook-id"]);
        Assert.Equal(requests[0].Headers["webhook-id"], requests[1].Headers["webhook-id"]);
    }

    [Fact]
    public async Task It_has_an_address_and_closes_by_escape_button_and_the_way_back()
    {
        await StartSiteAsync();
        var page = await OpenTabAsync("overview");
        await Site.DeliverAsync(new Mail("Livraison"), Token);

        await page.OpenMailAsync("Livraison");
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.OpenedMail()).ToHaveCountAsync(0);
        await Expect(page).ToHaveURLAsync($"{Site.Address}#/overview");
        await Expect(page.Mail("Livraison").GetByRole(AriaRole.Link)).ToBeFocusedAsync();

        await page.Keyboard.PressAsync("Enter");
        await Expect(page.OpenedMail()).ToBeVisibleAsync();
        await page.GoBackAsync();
        await Expect(page.OpenedMail()).ToHaveCountAsync(0);

        await page.OpenMailAsync("Livraison");
        await page.ReloadAsync();
        await Expect(page.OpenedMail().GetByText("Accepted (HTTP 200)")).ToBeVisibleAsync();
        await page.OpenedMail().Button("Close").ClickAsync();
        await Expect(page.OpenedMail()).ToHaveCountAsync(0);
        await Expect(page.Mail("Livraison")).ToBeVisibleAsync();

        AllowProblems("/api/emails/nobody: 404");
        await page.GotoAsync("/#/overview/nobody");
        await Expect(page.OpenedMail().GetByText("This mail is not known")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Why_a_mail_was_not_sent_leads_to_the_setting_that_changes_it()
    {
        await StartSiteWithAsync(
            [("processing_prefs", """{"exclude_keywords": ["newsletter"], "max_email_size_mb": 1}""")], ("SENDER_OF_INTEREST_FOR_POLLING", "lot@example.test"));
        var page = await OpenTabAsync("overview");
        await Site.DeliverAsync(new Mail("Newsletter"), Token);
        await Site.DeliverAsync(new Mail("Lourd", string.Join('\n', Enumerable.Repeat(new string('x', 900), 1300))), Token);
        await Site.DeliverAsync(new Mail("Offre", Sender: "promo@elsewhere.test"), Token);
        await Site.DeliverAsync(new Mail("Livraison"), Token);
        await Site.DeliverAsync(new Mail("Livraison"), Token);
        await Site.DeliverAsync(new Mail("Bonjour", "Rien."), Token);
        await Expect(page.Mails()).ToHaveCountAsync(6);

        await FollowAsync(page, "Newsletter", "newsletter", "exclude_keywords");
        await FollowAsync(page, "Lourd", "too large", "max_email_size_mb");
        await FollowAsync(page, "Offre", "not on the list", "sender_of_interest_for_polling");
        await page.Filter("Skipped").ClickAsync(); // of the two of one subject the one that was sent is out of the way
        await Expect(page.Mails()).ToHaveCountAsync(4);
        await FollowAsync(page, "Livraison", "same subject group", "enable_subject_group_dedup");
        await FollowAsync(page, "Bonjour", "No delivery link", "allow_custom_webhook_without_links");

        await page.Keyboard.PressAsync("Space");
        await page.Locator("[data-document=runtime_flags]").Button("Save").ClickAsync();
        await Expect(page.GetByText("Saved. Applies from the next mail.")).ToBeVisibleAsync();
        await Site.DeliverAsync(new Mail("Bonsoir", "Rien."), Token);
        await Site.Receiver.WaitForAsync(2, cancellationToken: Token);
    }

    [GeneratedRegex("#/overview/[0-9a-f]{32}$")]
    private static partial Regex OneMail();

    private static async Task SendAsync(ILocator dialog, string button)
    {
        await dialog.Button(button).ClickAsync();
        await dialog.Button("Yes, send it").ClickAsync();
    }

    private static async Task FollowAsync(IPage page, string subject, string reason, string field)
    {
        await page.OpenMailAsync(subject);
        await Expect(page.OpenedMail().Locator(".advice-reason")).ToContainTextAsync(reason, new() { IgnoreCase = true });
        await page.Locator($".advice a[href$='/{field}']").ClickAsync();
        await Expect(page.Locator($"[data-field={field}] :focus")).ToBeInViewportAsync();
        await Expect(page.OpenedMail()).ToHaveCountAsync(0);
        if (field != "allow_custom_webhook_without_links")
        {
            await page.GetByRole(AriaRole.Link, new() { Name = "Overview" }).ClickAsync();
        }
    }
}
