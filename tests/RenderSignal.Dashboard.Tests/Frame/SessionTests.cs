namespace RenderSignal.Dashboard.Tests;

public sealed class SessionTests(Bench bench) : DashboardTest(bench)
{
    [Fact]
    public async Task What_was_typed_outlives_the_session_and_is_saved_after_a_sign_in_in_another_tab()
    {
        AllowProblems(": 401");
        await StartSiteWithAsync([("processing_prefs", """{"rate_limit_per_hour": 5}""")]);
        var page = await OpenTabAsync("preferences");
        var preferences = new PreferencesPage(page);
        var ended = page.GetByRole(AriaRole.Alert).GetByText("Your session has ended.");
        await preferences.Input("Mails per hour at most").FillAsync("7");

        await page.Context.ClearCookiesAsync(new() { Name = "rendersignal_session" });
        await Expect(ended).ToBeVisibleAsync(); // though nobody pressed anything
        await preferences.Save.ClickAsync();
        await Expect(preferences.Outcome).ToHaveTextAsync("Not saved: your session has ended. What you typed stays.");
        await page.AssertAccessibleAsync();

        var other = await page.Context.RunAndWaitForPageAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Sign in" }).ClickAsync());
        await SubmitSignInAsync(other, Site.Password);
        await Expect(ended).ToHaveCountAsync(0);
        await Expect(preferences.Outcome).ToHaveTextAsync("Not saved yet.");
        await Expect(preferences.Input("Mails per hour at most")).ToHaveValueAsync("7");
        await preferences.SaveAsync();

        await page.ReloadAsync();
        await Expect(preferences.Input("Mails per hour at most")).ToHaveValueAsync("7");
    }
}
