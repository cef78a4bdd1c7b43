namespace RenderSignal.Dashboard.Tests;

public sealed class SettingsFormTests(Bench bench) : DashboardTest(bench)
{
    // Hours of its own, for the site's follow the clock, and what is typed has to be a change.
    private static readonly (string Name, string Json)[] EightToTwenty = [("polling_config", """{"active_start_hour": 8, "active_end_hour": 20}""")];

    [Fact]
    public async Task Of_two_who_edit_one_document_neither_overwrites_the_other_unseen()
    {
        await StartSiteWithAsync(EightToTwenty);
        var mine = (await OpenTabAsync("email")).Form("polling_config");
        var theirs = (await OpenTabAsync("email")).Form("polling_config");

        await mine.GetByLabel("From", new() { Exact = true }).FillAsync("5");
        await theirs.GetByLabel("From", new() { Exact = true }).FillAsync("6");
        await theirs.GetByLabel("To", new() { Exact = true }).FillAsync("4");
        await theirs.SaveAsync();

        await Expect(mine.Field("active_start_hour")).ToContainTextAsync("Somebody else wrote here: 6.");
        await Expect(mine.GetByLabel("From", new() { Exact = true })).ToHaveValueAsync("5");
        await Expect(mine.GetByLabel("To", new() { Exact = true })).ToHaveValueAsync("4");
        await Expect(mine.Outcome()).ToContainTextAsync("Your changes are kept");
        await mine.GetByRole(AriaRole.Button, new() { Name = "Take that" }).ClickAsync();
        await Expect(mine.GetByLabel("From", new() { Exact = true })).ToHaveValueAsync("6");
        await Expect(mine.SaveButton()).ToBeDisabledAsync();

        await mine.GetByLabel("From", new() { Exact = true }).FillAsync("7");
        await mine.SaveAsync();
        await Expect(theirs.GetByLabel("From", new() { Exact = true })).ToHaveValueAsync("7");
        await Expect(theirs.Outcome()).ToContainTextAsync("Somebody else has just changed these settings.");
    }

    [Fact]
    public async Task A_change_that_was_not_heard_of_is_shown_before_anything_is_saved()
    {
        AllowProblems("POST /api/settings/polling_config: 412", "/api/events");
        await StartSiteWithAsync(EightToTwenty);
        var page = await OpenTabAsync("email");
        await page.RouteAsync("**/api/events*", route => route.AbortAsync());
        await page.ReloadAsync();
        var mine = page.Form("polling_config");
        var theirs = (await OpenTabAsync("email")).Form("polling_config");
        await mine.GetByLabel("From", new() { Exact = true }).FillAsync("5");
        await theirs.GetByLabel("From", new() { Exact = true }).FillAsync("6");
        await theirs.SaveAsync();

        await mine.SaveButton().ClickAsync();
        await Expect(mine.Field("active_start_hour")).ToContainTextAsync("Somebody else wrote here: 6.");
        await mine.SaveAsync();
        await Expect(theirs.GetByLabel("From", new() { Exact = true })).ToHaveValueAsync("5");
    }

    [Fact]
    public async Task Changes_that_are_not_saved_are_left_only_on_purpose_and_discarded_without_a_question()
    {
        await StartSiteWithAsync(EightToTwenty);
        var page = await OpenTabAsync("email");
        var form = page.Form("polling_config");
        var answers = new Queue<bool>();
        var questions = new List<string>();
        page.Dialog += async (_, dialog) =>
        {
            questions.Add(dialog.Type); // one too many is told at the end: nobody would hear of an exception in here
            await (answers.TryDequeue(out var isAccepted) && !isAccepted ? dialog.DismissAsync() : dialog.AcceptAsync());
        };

        await form.GetByLabel("From", new() { Exact = true }).FillAsync("5");
        await form.DiscardButton().ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Webhooks" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Webhooks");
        await page.GoBackAsync();
        Assert.Empty(questions);

        await form.GetByLabel("From", new() { Exact = true }).FillAsync("5");
        answers.Enqueue(false);
        await page.GetByRole(AriaRole.Link, new() { Name = "Webhooks" }).ClickAsync();
        await Expect(form.GetByLabel("From", new() { Exact = true })).ToHaveValueAsync("5");
        await Expect(page).ToHaveURLAsync($"{Site.Address}#/email");
        answers.Enqueue(true);
        await page.ReloadAsync();
        await Expect(form.SaveButton()).ToBeDisabledAsync();
        await form.GetByLabel("From", new() { Exact = true }).FillAsync("5");
        answers.Enqueue(true);
        await page.GetByLabel("Language").SelectOptionAsync("fr");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 2 })).ToHaveTextAsync("Relève");

        Assert.Equal([DialogType.Confirm, DialogType.BeforeUnload, DialogType.Confirm], questions);
    }

    [Fact]
    public async Task What_was_typed_outlives_a_server_that_is_away()
    {
        AllowProblems("net::ERR_");
        await StartSiteWithAsync(EightToTwenty);
        var page = await OpenTabAsync("email");
        var form = page.Form("polling_config");
        await form.GetByLabel("From", new() { Exact = true }).FillAsync("5");

        await Site.StopAsync();
        await form.SaveButton().ClickAsync();
        await Expect(form.Outcome()).ToHaveTextAsync("Not saved: the server does not answer. What you typed stays.");
        await Expect(page.GetByRole(AriaRole.Alert).GetByText("The server does not answer.")).ToBeVisibleAsync();
        await Site.StartAgainAsync(Token);

        await Expect(page.GetByRole(AriaRole.Alert).GetByText("The server does not answer.")).ToHaveCountAsync(0);
        await Expect(form.Outcome()).ToHaveTextAsync("Not saved yet.");
        await Expect(form.GetByLabel("From", new() { Exact = true })).ToHaveValueAsync("5");
        await form.SaveAsync();
    }

    [Fact]
    public async Task Who_presses_Save_twice_saves_once()
    {
        await StartSiteWithAsync(EightToTwenty);
        var page = await OpenTabAsync("email");
        var form = page.Form("polling_config");
        var saves = 0;
        page.Request += (_, request) => saves += request.Method == "POST" ? 1 : 0;

        await form.GetByLabel("From", new() { Exact = true }).FillAsync("5");
        await form.SaveButton().DblClickAsync();
        await Expect(form.Outcome()).ToHaveTextAsync("Saved. Applies from the next mail.");
        await form.GetByLabel("From", new() { Exact = true }).FillAsync("6");
        await form.GetByLabel("From", new() { Exact = true }).PressAsync("Enter");
        await Expect(form.Outcome()).ToHaveTextAsync("Saved. Applies from the next mail.");

        Assert.Equal(2, saves);
    }
}
