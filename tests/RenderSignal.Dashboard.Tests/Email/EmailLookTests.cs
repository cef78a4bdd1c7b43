namespace RenderSignal.Dashboard.Tests;

public sealed class EmailLookTests(Bench bench) : DashboardTest(bench)
{
    private const string Polling = """
        {"active_days": [0, 1, 2, 4], "active_start_hour": 8, "active_end_hour": 19, "vacation_start": "2099-08-01", "vacation_end": "2099-08-15",
         "sender_of_interest_for_polling": ["achats@example.test", "planning@example.test"]}
        """;

    [Theory, MemberData(nameof(LanguagesAndThemes))]
    public async Task It_is_accessible_in_each_language_and_theme(string locale, ColorScheme theme)
    {
        await StartSiteWithAsync([("polling_config", Polling)]);
        var page = await OpenTabAsync("email", Look.Default with { Locale = locale, Theme = theme });

        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 2 })).ToHaveTextAsync(locale == "fr-FR" ? "Relève" : "Polling");
        await Expect(page.GetByText(locale == "fr-FR"
            ? "15 jours, du 1 août 2099 au 15 août 2099 inclus : la relève est au repos."
            : "15 days, from 1 Aug 2099 to 15 Aug 2099, both included: polling rests.")).ToBeVisibleAsync();
        await page.AssertAccessibleAsync();
    }

    [Fact]
    public async Task It_fits_a_phone()
    {
        await StartSiteWithAsync([("polling_config", Polling)]);
        var page = await OpenTabAsync("email", Look.Default with { Locale = "fr-FR", Size = Look.Phone });
        await Expect(page.GetByText("planning@example.test")).ToBeVisibleAsync();

        await page.AssertNoHorizontalScrollAsync();
        await page.AssertAccessibleAsync();
        await page.ScreenshotsAsync("email");
    }

    [Fact]
    public async Task A_server_that_was_not_started_to_poll_says_so()
    {
        await StartSiteAsync(("ENABLE_BACKGROUND_TASKS", "false"));
        var page = await OpenTabAsync("email");

        await Expect(page.GetByText("This server was not started to poll")).ToBeVisibleAsync();
    }
}
