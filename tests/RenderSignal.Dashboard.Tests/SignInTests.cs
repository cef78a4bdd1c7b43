using System.Text.RegularExpressions;

namespace RenderSignal.Dashboard.Tests;

public sealed class SignInTests(Bench bench) : DashboardTest(bench)
{
    [Fact]
    public async Task The_keyboard_alone_signs_in()
    {
        await StartSiteAsync();
        var page = await OpenSignInAsync();

        await Expect(page.GetByLabel("User")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync(Site.User);
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.GetByLabel("Password")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync(Site.Password);
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Sign in" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Overview" })).ToBeVisibleAsync();
    }

    [Theory, MemberData(nameof(LanguagesAndThemes))]
    public async Task The_page_speaks_the_browser_s_language_in_its_theme_and_is_accessible(string locale, ColorScheme theme)
    {
        await StartSiteAsync();
        var page = await OpenSignInAsync(Look.Default with { Locale = locale, Theme = theme });

        await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", locale[..2]);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(locale == "fr-FR" ? "Connexion" : "Sign in");
        await Expect(page.GetByLabel(locale == "fr-FR" ? "Mot de passe" : "Password")).ToBeVisibleAsync();
        Assert.Equal(theme == ColorScheme.Dark, await page.IsDarkAsync());
        await page.AssertAccessibleAsync();
    }

    [Theory]
    [InlineData("en-GB", "User or password is wrong.")]
    [InlineData("fr-FR", "Identifiant ou mot de passe incorrect.")]
    public async Task A_wrong_password_is_told_and_the_user_kept(string locale, string message)
    {
        await StartSiteAsync();
        var page = await OpenSignInAsync(Look.Default with { Locale = locale });

        await SubmitSignInAsync(page, "wrong");

        await Expect(page.GetByRole(AriaRole.Alert)).ToHaveTextAsync(message);
        await Expect(page.Locator("#username")).ToHaveValueAsync(Site.User);
        await Expect(page.Locator("#password")).ToHaveValueAsync("");
        await Expect(page.Locator("#password")).ToBeFocusedAsync();
        await page.AssertAccessibleAsync();
        await page.ScreenshotsAsync($"sign-in-wrong-{locale[..2]}");

        await SubmitSignInAsync(page, Site.Password);
        await Expect(page.GetByRole(AriaRole.Navigation)).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Too_many_failures_are_told_with_the_time_to_wait()
    {
        AllowProblems("POST /login: 429");
        AllowWarnings("locked");
        await StartSiteAsync();
        var page = await OpenSignInAsync();

        for (var failure = 1; failure <= 5; failure++)
        {
            await SubmitSignInAsync(page, $"wrong {failure}");
            await Expect(page.Locator("#password")).ToHaveValueAsync("");
        }

        await SubmitSignInAsync(page, Site.Password);
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Try again in ");
        await page.AssertAccessibleAsync();
    }

    [Theory]
    [InlineData("en-GB", "Sign-in is closed")]
    [InlineData("fr-FR", "La connexion est fermée")]
    public async Task A_server_without_a_password_says_so_in_the_place_of_a_form(string locale, string message)
    {
        AllowWarnings("TRIGGER_PAGE_PASSWORD");
        await StartSiteAsync(("TRIGGER_PAGE_PASSWORD", null));
        var page = await OpenSignInAsync(Look.Default with { Locale = locale, Size = Look.Phone });

        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync(message);
        await Expect(page.Locator("form")).ToHaveCountAsync(0);
        await page.AssertAccessibleAsync();
        await page.AssertNoHorizontalScrollAsync();
        await page.ScreenshotsAsync($"sign-in-closed-{locale[..2]}");
    }

    [Theory]
    [InlineData("en-GB")]
    [InlineData("fr-FR")]
    public async Task It_fits_a_phone(string locale)
    {
        await StartSiteAsync();
        var page = await OpenSignInAsync(Look.Default with { Locale = locale, Size = Look.Phone });

        await page.AssertNoHorizontalScrollAsync();
        await page.AssertAccessibleAsync();
        await page.ScreenshotsAsync($"sign-in-{locale[..2]}");
    }

    [Fact]
    public async Task A_stranger_is_led_through_the_sign_in_to_where_he_wanted_to_go()
    {
        await StartSiteAsync();
        var page = await OpenSignInAsync();

        await page.GotoAsync("/?from=mail");
        await Expect(page.GetByLabel("Password")).ToBeVisibleAsync();
        await SubmitSignInAsync(page, Site.Password);

        await Expect(page).ToHaveURLAsync(new Regex(@"/\?from=mail(#|$)"));
    }
}
