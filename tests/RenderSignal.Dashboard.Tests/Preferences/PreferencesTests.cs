using System.Text.RegularExpressions;

namespace RenderSignal.Dashboard.Tests;

public sealed class PreferencesTests(Bench bench) : DashboardTest(bench)
{
    [Fact]
    public async Task Each_preference_is_changed_saved_and_there_after_a_reload()
    {
        await StartSiteAsync();
        var page = await OpenTabAsync("preferences");
        var preferences = new PreferencesPage(page);
        await Expect(preferences.Save).ToBeDisabledAsync();

        foreach (var (number, position) in PreferencesPage.Numbers.Select((number, position) => (number, position)))
        {
            await preferences.Input(number).FillAsync($"{position + 3}");
        }

        foreach (var name in PreferencesPage.Switches)
        {
            await preferences.Switch(name).SetCheckedAsync(name != "Copy Recadrage mails to your own receiver");
        }

        foreach (var list in PreferencesPage.Lists)
        {
            await preferences.AddAsync(list, $"promo {list}");
            await preferences.AddAsync(list, "publicité");
        }

        await preferences.Group("Priority of senders").GetByRole(AriaRole.Button, new() { Name = "Add a sender" }).ClickAsync();
        await page.Keyboard.TypeAsync("buyer@example.test");
        await preferences.Input("Priority of buyer@example.test").SelectOptionAsync("low");
        await Expect(preferences.Outcome).ToHaveTextAsync("Not saved yet.");
        await preferences.SaveAsync();
        await page.ReloadAsync();

        foreach (var (number, position) in PreferencesPage.Numbers.Select((number, position) => (number, position)))
        {
            await Expect(preferences.Input(number)).ToHaveValueAsync($"{position + 3}");
        }

        foreach (var name in PreferencesPage.Switches)
        {
            await Expect(preferences.Switch(name)).ToBeCheckedAsync(new() { Checked = name != "Copy Recadrage mails to your own receiver" });
        }

        foreach (var list in PreferencesPage.Lists)
        {
            await Expect(preferences.Entries(list)).ToContainTextAsync([$"promo {list}", "publicité"]);
        }

        await Expect(preferences.Input("Priority of buyer@example.test")).ToHaveValueAsync("low");
        await Expect(preferences.Save).ToBeDisabledAsync();
    }

    [Fact]
    public async Task Keywords_are_pasted_in_lines_typed_without_pressing_add_and_removed()
    {
        await StartSiteAsync();
        var page = await OpenTabAsync("preferences");
        var preferences = new PreferencesPage(page);
        var input = preferences.Group("Excluded keywords").GetByLabel("Add a keyword");
        var entries = preferences.Entries("Excluded keywords");

        await PasteAsync(input, "promo\n\n  publicité \r\nsoldes\npromo");
        await Expect(entries).ToContainTextAsync(["promo", "publicité", "soldes"]);
        await input.FillAsync("offre");
        await preferences.SaveAsync();
        await Expect(entries).ToContainTextAsync(["promo", "publicité", "soldes", "offre"]);
        await Expect(input).ToHaveValueAsync("");

        await preferences.Group("Excluded keywords").GetByRole(AriaRole.Button, new() { Name = "Remove publicité" }).ClickAsync();
        await Expect(preferences.Group("Excluded keywords").GetByRole(AriaRole.Button, new() { Name = "Remove soldes" })).ToBeFocusedAsync();
        await preferences.SaveAsync();
        await page.ReloadAsync();
        await Expect(entries).ToHaveTextAsync(["promo×", "soldes×", "offre×"]);
    }

    [Theory]
    [InlineData("en-GB", "Write a whole number from 0 to 10.")]
    [InlineData("fr-FR", "Saisissez ")]
    public async Task A_refused_value_is_told_at_its_field_and_nothing_is_saved(string locale, string message)
    {
        AllowProblems("POST /api/settings/processing_prefs: 400");
        await StartSiteAsync();
        var page = await OpenTabAsync("preferences", Look.Default with { Locale = locale });
        var tries = page.Locator("input[name=retry_count]");

        await page.Locator("input[name=rate_limit_per_hour]").FillAsync("7");
        await tries.FillAsync("99");
        await page.Locator("form button[type=submit]").ClickAsync();

        await Expect(tries).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(tries).ToHaveAccessibleDescriptionAsync(new Regex(message));
        await Expect(tries).ToHaveValueAsync("99");
        await page.AssertAccessibleAsync();

        await page.ReloadAsync();
        await Expect(page.Locator("input[name=rate_limit_per_hour]")).ToHaveValueAsync("5");
    }

    [Theory, MemberData(nameof(LanguagesAndThemes))]
    public async Task The_tab_is_accessible_in_each_language_and_theme_and_fits_a_phone(string locale, ColorScheme theme)
    {
        await StartSiteWithAsync([("processing_prefs", """{"exclude_keywords": ["newsletter", "publicité"], "sender_priority": {"buyer@example.test": "high"}}""")]);
        var page = await OpenTabAsync("preferences", Look.Default with { Locale = locale, Theme = theme });
        await Expect(page.GetByText("newsletter")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(locale == "fr-FR" ? "Préférences" : "Preferences");

        await page.AssertAccessibleAsync();
        await page.SetViewportSizeAsync(Look.Phone.Width, Look.Phone.Height);
        await page.AssertNoHorizontalScrollAsync();
        await page.AssertAccessibleAsync();
        if (locale == "en-GB" && theme == ColorScheme.Light)
        {
            await page.ScreenshotsAsync("preferences");
        }
    }

    private static async Task PasteAsync(ILocator input, string text) => await input.EvaluateAsync(
        """
        (element, text) => {
          const clipboardData = new DataTransfer();
          clipboardData.setData('text', text);
          element.focus();
          element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
        }
        """,
        text);
}
