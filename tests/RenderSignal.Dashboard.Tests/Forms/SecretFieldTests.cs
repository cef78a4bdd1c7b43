namespace RenderSignal.Dashboard.Tests;

/// <summary>Addresses are shown masked: that one has changed does not always show.</summary>
public sealed class SecretFieldTests(Bench bench) : DashboardTest(bench)
{
    [Fact]
    public async Task An_address_that_somebody_else_stored_on_the_same_host_is_not_overwritten_unseen()
    {
        await StartSiteAsync();
        var mine = (await OpenTabAsync("webhooks")).Form("webhook_config");
        var theirs = (await OpenTabAsync("webhooks")).Form("webhook_config");

        await mine.TypeAddressAsync("Receiver address", Site.Receiver.Url("/mine").AbsoluteUri);
        await theirs.TypeAddressAsync("Receiver address", Site.Receiver.Url("/theirs").AbsoluteUri);
        await theirs.SaveAsync();

        await Expect(mine.Outcome()).ToContainTextAsync("Somebody else has changed these settings meanwhile.");
        await Expect(mine.Field("webhook_url")).ToContainTextAsync("Somebody else wrote here");
        await mine.Field("webhook_url").GetByRole(AriaRole.Button, new() { Name = "Take that" }).ClickAsync();
        await Expect(mine.SaveButton()).ToBeDisabledAsync();
    }

    [Fact]
    public async Task An_address_whose_save_got_no_answer_is_not_taken_for_somebody_elses()
    {
        AllowProblems("POST /api/settings/webhook_config: net::ERR_FAILED");
        await StartSiteAsync();
        var page = await OpenTabAsync("webhooks");
        var form = page.Form("webhook_config");
        await form.TypeAddressAsync("Recadrage hook", "TOKEN1@hook.eu2.make.com");
        await page.RouteAsync("**/api/settings/webhook_config", async route =>
        {
            await route.FetchAsync();
            await route.AbortAsync();
        }, new() { Times = 1 });

        await form.SaveButton().ClickAsync();

        await Expect(form.Field("recadrage_webhook_url").Locator("code")).ToHaveTextAsync("https://hook.eu2.make.com/***");
        await Expect(form.Outcome()).ToHaveTextAsync("Saved. Applies from the next mail.");
        await Expect(form.GetByText("Somebody else")).ToHaveCountAsync(0);
    }
}
