namespace RenderSignal.Dashboard.Tests;

public sealed class WebhooksLookTests(Bench bench) : DashboardTest(bench)
{
    private const string Window = """{"start": "08h30", "end": "18:00"}""";
    private const string Config = """{"webhook_sending_enabled": false, "webhook_ssl_verify": false, "recadrage_webhook_url": "https://hook.eu2.make.com/secret"}""";

    [Theory, MemberData(nameof(LanguagesAndThemes))]
    public async Task It_is_accessible_in_each_language_and_theme(string locale, ColorScheme theme)
    {
        AllowWarnings("WEBHOOK_SSL_VERIFY is off");
        await StartSiteWithAsync([("webhook_time_window", Window), ("webhook_config", Config)]);
        var page = await OpenTabAsync("webhooks", Look.Default with { Locale = locale, Theme = theme });

        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 2 })).ToHaveTextAsync(
            locale == "fr-FR" ? ["Heures d’envoi", "Récepteur et hooks"] : ["Sending hours", "Receiver and hooks"]);
        await Expect(page.GetByText(locale == "fr-FR" ? "L’envoi est désactivé." : "Sending is switched off.")).ToBeVisibleAsync();
        await Expect(page.GetByLabel(locale == "fr-FR" ? "Ouverture" : "Opens at", new() { Exact = true })).ToHaveValueAsync("08h30");
        await page.AssertAccessibleAsync();
    }

    [Fact]
    public async Task It_fits_a_phone()
    {
        AllowWarnings("WEBHOOK_SSL_VERIFY is off");
        await StartSiteWithAsync([("webhook_time_window", Window), ("webhook_config", Config)]);
        var page = await OpenTabAsync("webhooks", Look.Default with { Locale = "fr-FR", Size = Look.Phone });
        await Expect(page.GetByLabel("Ouverture")).ToHaveValueAsync("08h30");

        await page.AssertNoHorizontalScrollAsync();
        await page.AssertAccessibleAsync();
        await page.ScreenshotsAsync("webhooks");
    }
}
