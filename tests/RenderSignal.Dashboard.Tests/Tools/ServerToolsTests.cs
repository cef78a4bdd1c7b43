using RenderSignal.TestKit;

namespace RenderSignal.Dashboard.Tests;

public sealed class ServerToolsTests(Bench bench) : DashboardTest(bench)
{
    [Fact]
    public async Task After_a_restart_was_begun_the_page_waits_and_goes_on()
    {
        AllowProblems("net::ERR_");
        await StartSiteAsync(("RESTART_CMD", "true"));
        var page = await OpenTabAsync("tools");
        var tools = new ToolsPage(page);
        await Expect(tools.Card("Server")).ToContainTextAsync("Deploying is not set up: set RENDER_DEPLOY_HOOK_URL");

        page.Dialog += Answer(accept: false);
        await tools.Button("Server", "Restart").ClickAsync();
        await Expect(tools.Said("Server")).ToBeEmptyAsync();
        page.Dialog += Answer(accept: true);
        await tools.Button("Server", "Restart").ClickAsync();
        await Expect(tools.Said("Server")).ToContainTextAsync("The restart has begun.");

        await Site.StopAsync();
        await Expect(page.GetByRole(AriaRole.Alert).First).ToContainTextAsync("The server does not answer.");
        await Site.StartAgainAsync(Token);
        await Expect(tools.Said("Server")).ToContainTextAsync("The server is back.");
    }

    [Fact]
    public async Task Scenarios_of_Make_are_switched_after_a_confirmation()
    {
        AllowProblems("GET /api/make/status_all: 502", "POST /api/make/toggle_all: 502");
        AllowWarnings("Make.com", "MAKE_");
        await using var make = await WebhookReceiver.StartAsync(cancellationToken: Token);
        await StartSiteAsync(("MAKE_WEBHOOK_CONTROL_URL", make.Url("/control").AbsoluteUri), ("MAKE_SCENARIO_ID_RECADRAGE", "4711"));
        var page = await OpenTabAsync("tools");
        var tools = new ToolsPage(page);

        await tools.Button("Make.com scenarios", "Show their state").ClickAsync();
        await Expect(tools.Card("Make.com scenarios")).ToContainTextAsync("does not tell");
        page.Dialog += Answer(accept: true);
        await tools.Button("Make.com scenarios", "All off").ClickAsync();
        await Expect(tools.Card("Make.com scenarios")).ToContainTextAsync("All scenarios are off.");

        Assert.Equal("stop", (string?)Assert.Single(make.Requests).Json!["action"]);
    }

    [Fact]
    public async Task What_is_not_set_up_names_the_variables_to_set()
    {
        await StartSiteAsync();
        var tools = new ToolsPage(await OpenTabAsync("tools"));

        await Expect(tools.Card("Make.com scenarios")).ToContainTextAsync("MAKECOM_API_KEY");
        await Expect(tools.Card("Server")).ToContainTextAsync("RESTART_CMD");
        await Expect(tools.Card("Server")).ToContainTextAsync("DEPLOY_CMD");
        await Expect(tools.Card("Server").GetByRole(AriaRole.Button)).ToHaveCountAsync(0);
    }

    private static EventHandler<IDialog> Answer(bool accept)
    {
        return HandleAsync;

        async void HandleAsync(object? sender, IDialog dialog)
        {
            ((IPage)sender!).Dialog -= HandleAsync;
            await (accept ? dialog.AcceptAsync() : dialog.DismissAsync());
        }
    }
}
