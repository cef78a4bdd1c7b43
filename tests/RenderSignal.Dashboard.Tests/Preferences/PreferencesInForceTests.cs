using RenderSignal.TestKit;

namespace RenderSignal.Dashboard.Tests;

/// <summary>What is saved on the tab acts on the next mail.</summary>
public sealed class PreferencesInForceTests(Bench bench) : DashboardTest(bench)
{
    [Fact]
    public async Task Filters_set_aside_the_next_mail_that_they_name()
    {
        await StartSiteAsync();
        var preferences = new PreferencesPage(await OpenTabAsync("preferences"));

        await preferences.AddAsync("Excluded keywords", "publicité");
        await preferences.SaveAsync();
        await DeliverAsync(new Mail("Grande PUBLICITE du jour"), "Skipped: 'Grande PUBLICITE du jour'", "contains 'publicité'");

        await preferences.Switch("Require an attachment or a delivery link").CheckAsync();
        await preferences.SaveAsync();
        await DeliverAsync(new Mail("Sans lien", "Bonjour"), "Skipped: 'Sans lien'", "neither an attachment nor a delivery link");

        await preferences.Input("Largest mail").FillAsync("1");
        await preferences.SaveAsync();
        await DeliverAsync(new Mail("Trop gros", LongText()), "Skipped: 'Trop gros'", "max_email_size_mb is 1");

        await preferences.Input("Largest mail").FillAsync("");
        await preferences.SaveAsync();
        await Site.DeliverAsync(new Mail("Encore gros", LongText()), Token);
        await Site.Receiver.WaitForAsync(1, cancellationToken: Token);
    }

    [Fact]
    public async Task Over_the_hourly_limit_the_second_mail_waits_until_there_is_none()
    {
        await StartSiteAsync();
        var page = await OpenTabAsync("preferences");
        var preferences = new PreferencesPage(page);
        await preferences.Input("Mails per hour at most").FillAsync("1");
        await Expect(page.GetByText("At most one mail within any 60 minutes.")).ToBeVisibleAsync();
        await preferences.SaveAsync();

        await DeliverAsync(new Mail("Livraison A"), "Sent: 'Livraison A'", "route custom");
        await DeliverAsync(new Mail("Livraison B"), "Left: 'Livraison B'", "the hourly limit is reached");
        Assert.Single(Site.Receiver.Requests);

        await preferences.Input("Mails per hour at most").FillAsync("0");
        await Expect(page.GetByText("No limit: every mail is sent at once.")).ToBeVisibleAsync();
        await preferences.SaveAsync();
        await Site.Receiver.WaitForAsync(2, cancellationToken: Token);
    }

    [Fact]
    public async Task Retries_outlast_a_receiver_that_fails_once()
    {
        AllowWarnings("503");
        await StartSiteAsync();
        var preferences = new PreferencesPage(await OpenTabAsync("preferences"));
        await preferences.Input("Retries").FillAsync("2");
        await preferences.Input("Pause between retries").FillAsync("0");
        await preferences.SaveAsync();
        Site.Receiver.Script(new Answer(503), Answer.Success);

        await DeliverAsync(new Mail("Livraison"), "'Livraison' was accepted", "tries: 2");

        Assert.Equal(2, Site.Receiver.Requests.Count);
    }

    [Fact]
    public async Task Notifications_tell_a_failed_delivery_in_the_log()
    {
        AllowWarnings("500", "NOTIFY: ", "Failed: ");
        await StartSiteAsync();
        var preferences = new PreferencesPage(await OpenTabAsync("preferences"));
        await preferences.Switch("Notify when a delivery fails").CheckAsync();
        await preferences.SaveAsync();
        Site.Receiver.Script(new Answer(500));

        await Site.DeliverAsync(new Mail("Livraison"), Token);

        await Site.Log.WaitForMessageAsync("NOTIFY: ", cancellationToken: Token);
    }

    private static string LongText() => string.Join('\n', Enumerable.Repeat(new string('x', 70), 20_000)) + "\nhttps://fromsmash.com/a";

    private async Task DeliverAsync(Mail mail, string decision, string reason)
    {
        await Site.DeliverAsync(mail, Token);
        Assert.Contains(reason, (await Site.Log.WaitForMessageAsync(decision, cancellationToken: Token)).Message, StringComparison.Ordinal);
    }
}
