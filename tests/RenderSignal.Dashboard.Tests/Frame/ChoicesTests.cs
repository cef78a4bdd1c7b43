namespace RenderSignal.Dashboard.Tests;

public sealed class ChoicesTests(Bench bench) : DashboardTest(bench)
{
    [Fact]
    public async Task Language_and_theme_are_kept_for_the_next_visit_and_for_the_sign_in()
    {
        await StartSiteAsync();
        var page = await OpenTabAsync("preferences");
        Assert.False(await page.IsDarkAsync());

        await page.GetByLabel("Theme").SelectOptionAsync("dark");
        Assert.True(await page.IsDarkAsync());
        await page.GetByLabel("Language").SelectOptionAsync("fr");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Préférences");
        Assert.True(await page.IsDarkAsync());

        await page.ReloadAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Préférences");
        await Expect(page.GetByLabel("Langue")).ToHaveValueAsync("fr");
        await Expect(page.GetByLabel("Thème")).ToHaveValueAsync("dark");
        Assert.True(await page.IsDarkAsync());

        await page.GetByRole(AriaRole.Link, new() { Name = "Se déconnecter" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Connexion");
        Assert.True(await page.IsDarkAsync());

        await SubmitSignInAsync(page, Site.Password);
        await page.GetByLabel("Thème").SelectOptionAsync("auto");
        Assert.False(await page.IsDarkAsync());
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        Assert.True(await page.IsDarkAsync());
    }

    [Fact]
    public async Task Another_language_waits_while_somebody_wants_to_keep_what_is_not_saved()
    {
        await StartSiteAsync();
        var page = await OpenTabAsync("preferences");
        var preferences = new PreferencesPage(page);
        var asked = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        page.Dialog += async (_, dialog) =>
        {
            await dialog.DismissAsync();
            asked.TrySetResult(dialog.Message);
        };

        await preferences.Input("Mails per hour at most").FillAsync("7");
        await page.GetByLabel("Language").SelectOptionAsync("fr");

        Assert.StartsWith("There are changes that are not saved.", await asked.Task.WaitAsync(TimeSpan.FromSeconds(10), Token), StringComparison.Ordinal);
        await Expect(page.GetByLabel("Language")).ToHaveValueAsync("en");
        await Expect(preferences.Input("Mails per hour at most")).ToHaveValueAsync("7");
        await preferences.SaveAsync();
    }
}
