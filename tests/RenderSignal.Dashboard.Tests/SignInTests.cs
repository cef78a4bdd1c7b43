namespace RenderSignal.Dashboard.Tests;

public sealed class SignInTests(Bench bench) : DashboardTest(bench)
{
    [Fact]
    public async Task A_right_password_leads_to_the_dashboard()
    {
        await StartSiteAsync();

        var page = await OpenTabAsync("overview");

        await Expect(page).ToHaveTitleAsync("Dashboard · RenderSignal");
    }
}
