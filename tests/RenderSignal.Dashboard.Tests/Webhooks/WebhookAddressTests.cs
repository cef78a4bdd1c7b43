using RenderSignal.TestKit;

namespace RenderSignal.Dashboard.Tests;

public sealed class WebhookAddressTests(Bench bench) : DashboardTest(bench)
{
    [Fact]
    public async Task Another_receiver_gets_the_next_mail_until_it_is_removed_and_its_address_stays_masked()
    {
        await using var other = await WebhookReceiver.StartAsync(https: true, cancellationToken: Token);
        await StartSiteAsync();
        var form = (await OpenTabAsync("webhooks")).Form("webhook_config");
        var address = form.Field("webhook_url");

        await form.TypeAddressAsync("Receiver address", other.Url("/hidden/path").AbsoluteUri);
        await form.GetByRole(AriaRole.Switch, new() { Name = "Check certificates" }).UncheckAsync();
        await Expect(form.GetByText("Certificates are not checked")).ToBeVisibleAsync();
        await form.SaveAsync();
        await Expect(address.Locator("code")).ToHaveTextAsync(other.Url().AbsoluteUri + "***");
        await Expect(form).Not.ToContainTextAsync("hidden");
        await Site.DeliverAsync(new Mail("Livraison"), Token);
        Assert.Equal("Livraison", (string?)Assert.Single(await other.WaitForAsync(1, cancellationToken: Token)).Json!["subject"]);
        Assert.Empty(Site.Receiver.Requests);

        await form.Page.ReloadAsync();
        await Expect(address.Locator("code")).ToHaveTextAsync(other.Url().AbsoluteUri + "***");
        await Expect(form.GetByRole(AriaRole.Switch, new() { Name = "Check certificates" })).Not.ToBeCheckedAsync();

        await address.GetByRole(AriaRole.Button, new() { Name = "Remove" }).ClickAsync();
        await Expect(address).ToContainTextAsync("If WEBHOOK_URL is set");
        await form.SaveAsync();
        await Expect(address.Locator("code")).ToHaveTextAsync(Site.Receiver.Url().AbsoluteUri + "***");
        await Site.DeliverAsync(new Mail("Suite"), Token);
        Assert.Equal("Suite", (string?)Assert.Single(await Site.Receiver.WaitForAsync(1, cancellationToken: Token)).Json!["subject"]);
        Assert.Single(other.Requests);
    }

    [Fact]
    public async Task A_hook_that_is_not_set_says_what_follows_and_is_kept_cancelled_and_set()
    {
        await StartSiteAsync();
        var form = (await OpenTabAsync("webhooks")).Form("webhook_config");
        foreach (var (name, label, unset, set) in new[]
        {
            ("recadrage_webhook_url", "Recadrage hook", "go to the receiver in the custom format", "go here instead"),
            ("autorepondeur_webhook_url", "Unsubscription hook", "go to the receiver in the custom format", "with a Dropbox request link go here"),
            ("presence_true_url", "Hook for “present”", "presence mails are skipped", "Used while"),
            ("presence_false_url", "Hook for “absent”", "presence mails are skipped", "Used while"),
        })
        {
            await Expect(form.Field(name)).ToContainTextAsync(unset);
            await form.TypeAddressAsync(label, "TOKEN1");
            await form.Field(name).GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
            await Expect(form.Field(name).GetByRole(AriaRole.Button, new() { Name = "Set" })).ToBeFocusedAsync();
            await Expect(form.Field(name)).ToContainTextAsync("Not set.");
            await form.TypeAddressAsync(label, "TOKEN2@hook.eu2.make.com");
            await Expect(form.Field(name)).ToContainTextAsync(set);
        }

        var flag = form.GetByRole(AriaRole.Switch, new() { Name = "Present on Saturday" });
        await Expect(form).ToContainTextAsync("Presence mails go to the hook for “absent”.");
        await flag.CheckAsync();
        await Expect(form).ToContainTextAsync("Presence mails go to the hook for “present”.");
        await Expect(form.GetByRole(AriaRole.Link, new() { Name = "Test presence" })).ToHaveAttributeAsync("href", "#/tools");
        await form.SaveAsync();

        await form.Page.ReloadAsync();
        await Expect(form.Locator("code").GetByText("https://hook.eu2.make.com/***")).ToHaveCountAsync(4);
        await Expect(flag).ToBeCheckedAsync();
        await form.Field("presence_true_url").GetByRole(AriaRole.Button, new() { Name = "Change" }).ClickAsync();
        await form.Field("presence_true_url").GetByRole(AriaRole.Button, new() { Name = "Keep" }).ClickAsync();
        await Expect(form.SaveButton()).ToBeDisabledAsync();
    }

    [Fact]
    public async Task A_refused_address_is_told_at_its_field_which_keeps_it_and_gets_the_focus()
    {
        AllowProblems("POST /api/settings/webhook_config: 400");
        await StartSiteAsync();
        var form = (await OpenTabAsync("webhooks")).Form("webhook_config");
        var input = form.GetByRole(AriaRole.Textbox, new() { Name = "Receiver address" });

        await form.TypeAddressAsync("Receiver address", "ftp://files.test/");
        await form.GetByRole(AriaRole.Switch, new() { Name = "Send mails" }).UncheckAsync();
        await form.SaveButton().ClickAsync();

        await Expect(input).ToBeFocusedAsync();
        await Expect(input).ToHaveValueAsync("ftp://files.test/");
        await Expect(input).ToHaveAccessibleDescriptionAsync("Gets the mails that have no hook of their own. Write an https address (http only on the server itself).");
        await Expect(form.Outcome()).ToHaveTextAsync("Nothing was saved: see the marked field.");
        await form.Page.AssertAccessibleAsync();
        await input.PressSequentiallyAsync("x");
        await Expect(form.Locator(".field-error")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Switched_off_sending_is_told_prominently_and_leaves_mails_until_it_is_on()
    {
        await StartSiteAsync();
        var page = await OpenTabAsync("webhooks");
        var form = page.Form("webhook_config");
        var sending = form.GetByRole(AriaRole.Switch, new() { Name = "Send mails" });

        await sending.UncheckAsync();
        await form.SaveAsync();
        await Expect(page.GetByText("Sending is switched off.")).ToBeVisibleAsync();
        await Site.DeliverAsync(new Mail("Livraison"), Token);
        await Site.Log.WaitForMessageAsync("Left: 'Livraison'", cancellationToken: Token);
        Assert.Empty(Site.Receiver.Requests);

        await page.ReloadAsync();
        await Expect(page.GetByText("Sending is switched off.")).ToBeVisibleAsync();
        await sending.CheckAsync();
        await form.SaveAsync();
        await Expect(page.GetByText("Sending is switched off.")).ToHaveCountAsync(0);
        await Site.Receiver.WaitForAsync(1, cancellationToken: Token);
    }
}
