namespace RenderSignal.Dashboard.Tests;

public sealed class OverviewLookTests(Bench bench) : DashboardTest(bench)
{
    [Theory, MemberData(nameof(LanguagesAndThemes))]
    public async Task List_and_open_mail_are_accessible_in_each_language_and_theme(string locale, ColorScheme theme)
    {
        var isFrench = locale == "fr-FR";
        await StartSiteWithAsync(
            [("processing_prefs", """{"exclude_keywords": ["newsletter"], "rate_limit_per_hour": 1}""")], ("SENDER_OF_INTEREST_FOR_POLLING", "lot@example.test"));
        var page = await OpenTabAsync("overview", Look.Default with { Locale = locale, Theme = theme });
        await Site.DeliverAsync(new Mail("Livraison"), Token);
        await Expect(page.Mails()).ToHaveCountAsync(1);
        await Site.DeliverAsync(new Mail("Newsletter de décembre"), Token);
        await Site.DeliverAsync(new Mail("Une de trop"), Token);
        await Site.DeliverAsync(new Mail("Offre", Sender: "promo@elsewhere.test"), Token);
        await Expect(page.Mails()).ToHaveCountAsync(4);

        await Expect(page.Mail("Newsletter de décembre")).ToContainTextAsync(
            isFrench ? "il contient le mot-clé exclu « newsletter »" : "it contains the excluded keyword “newsletter”", new() { IgnoreCase = true });
        await Expect(page.Mail("Une de trop")).ToContainTextAsync(
            isFrench ? "la limite horaire de 1 est atteinte" : "the hourly limit of 1 is reached", new() { IgnoreCase = true });
        await Expect(page.Mail("Livraison")).ToContainTextAsync(isFrench ? "Envoyé" : "Sent");
        await Expect(page.Locator(".total.sent .total-count")).ToHaveTextAsync("1");
        await page.GetByText(isFrench ? "Sous forme de tableau" : "As a table").ClickAsync();
        await page.AssertAccessibleAsync();

        await page.OpenMailAsync("Newsletter de décembre");
        await page.OpenedMail().Button(isFrench ? "Tester avec les réglages actuels" : "Test with the current settings").ClickAsync();
        await Expect(page.OpenedMail()).ToContainTextAsync(isFrench ? "Cet e-mail ne serait pas envoyé" : "This mail would not be sent");
        await page.AssertAccessibleAsync();
    }

    [Fact]
    public async Task It_fits_a_phone_in_french()
    {
        await StartSiteAsync();
        var page = await OpenTabAsync("overview", Look.Default with { Locale = "fr-FR", Size = Look.Phone });
        await Site.DeliverAsync(new Mail("Livraison"), Token);

        await Expect(page.Mail("Livraison")).ToContainTextAsync("Accepté par votre récepteur", new() { IgnoreCase = true });
        await page.AssertNoHorizontalScrollAsync();
        await page.AssertAccessibleAsync();
        await page.OpenMailAsync("Livraison");
        await page.AssertNoHorizontalScrollAsync();
        await page.AssertAccessibleAsync();
    }
}
