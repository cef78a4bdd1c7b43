using System.Text.Json;
using RenderSignal.TestKit;

namespace RenderSignal.Dashboard.Tests;

public sealed class PollingFormTests(Bench bench) : DashboardTest(bench)
{
    private static readonly (string Name, string? Value) LooksOften = ("POLLING_INACTIVE_CHECK_INTERVAL_SECONDS", "1");

    [Fact]
    public async Task Days_and_hours_show_in_the_week_as_they_are_typed_and_are_kept()
    {
        AllowProblems("POST /api/settings/polling_config: 400");
        await StartSiteAsync();
        var form = (await OpenTabAsync("email")).Form("polling_config");
        var week = form.GetByRole(AriaRole.Img);
        var (from, to) = (form.GetByLabel("From", new() { Exact = true }), form.GetByLabel("To", new() { Exact = true }));

        await from.FillAsync("7");
        await to.FillAsync("7");
        await Expect(week).ToHaveAccessibleNameAsync(
            "The week, a day in each row, from midnight to midnight. Start and end are the same hour: the mailbox is never polled.");
        await Expect(form.Locator(".active")).ToHaveCountAsync(0);
        await to.FillAsync("3");
        await form.GetByLabel("Sunday", new() { Exact = true }).UncheckAsync();
        await Expect(form.Locator(".active")).ToHaveCountAsync(12);
        await to.FillAsync("24");
        await Expect(form.Locator(".state-words")).ToContainTextAsync("Write both hours to see the week.");
        await form.SaveButton().ClickAsync();
        await Expect(to).ToBeFocusedAsync();
        await Expect(form.Field("active_end_hour")).ToContainTextAsync("Write a whole number from 0 to 23.");
        await to.FillAsync("22");
        await form.SaveAsync();

        await form.Page.ReloadAsync();
        await Expect(from).ToHaveValueAsync("7");
        await Expect(to).ToHaveValueAsync("22");
        await Expect(form.GetByLabel("Sunday", new() { Exact = true })).Not.ToBeCheckedAsync();
        await Expect(form.GetByLabel("Monday", new() { Exact = true })).ToBeCheckedAsync();
        await Expect(form.Locator(".active")).ToHaveCountAsync(6);
    }

    [Fact]
    public async Task A_vacation_says_its_days_rests_polling_and_ends()
    {
        AllowProblems("POST /api/settings/polling_config: 400");
        await StartSiteAsync(LooksOften);
        var form = (await OpenTabAsync("email")).Form("polling_config");
        var (first, last) = (form.GetByLabel("First day"), form.GetByLabel("Last day"));
        await Expect(form).ToContainTextAsync("No vacation is planned.");

        await first.FillAsync("2020-01-02");
        await Expect(form).ToContainTextAsync("Write the first day and the last.");
        await last.FillAsync("2020-01-01");
        await form.SaveButton().ClickAsync();
        await Expect(last).ToBeFocusedAsync();
        await Expect(form.Field("vacation_end")).ToContainTextAsync("Write a last day that is not before the first.");
        await last.FillAsync("2120-01-01");
        await Expect(form).ToContainTextAsync("Polling rests until 1 Jan 2120, that day included (36,524 days).");
        await form.SaveAsync();
        await Site.Log.WaitForMessageAsync("Polling rests: ", cancellationToken: Token);
        await Site.DeliverAsync(new Mail("Livraison"), Token);

        await form.Page.ReloadAsync();
        await Expect(last).ToHaveValueAsync("2120-01-01");
        await AssertRestsAsync(form.Page);
        await form.GetByRole(AriaRole.Button, new() { Name = "No vacation" }).ClickAsync();
        await form.SaveAsync();
        await Site.Receiver.WaitForAsync(1, cancellationToken: Token);
    }

    [Fact]
    public async Task Switched_off_polling_decides_nothing_until_it_is_on()
    {
        await StartSiteAsync(LooksOften);
        var form = (await OpenTabAsync("email")).Form("polling_config");
        var polling = form.GetByRole(AriaRole.Switch, new() { Name = "Poll the mailbox" });

        await polling.UncheckAsync();
        await Expect(form).ToContainTextAsync("Polling is switched off: the mailbox is not read.");
        await form.SaveAsync();
        await Site.Log.WaitForMessageAsync("Polling rests: enable_polling is off", cancellationToken: Token);
        await Site.DeliverAsync(new Mail("Livraison"), Token);
        await form.Page.ReloadAsync();
        await Expect(polling).Not.ToBeCheckedAsync();
        await AssertRestsAsync(form.Page);

        await polling.CheckAsync();
        await form.SaveAsync();
        await Site.Receiver.WaitForAsync(1, cancellationToken: Token);
    }

    [Fact]
    public async Task Without_grouping_the_second_mail_of_a_group_is_sent_too()
    {
        await StartSiteAsync();
        var form = (await OpenTabAsync("email")).Form("polling_config");
        var grouping = form.GetByRole(AriaRole.Switch, new() { Name = "One mail a month of each group" });
        await Site.DeliverAsync(new Mail("Livraison"), Token);
        await Site.Receiver.WaitForAsync(1, cancellationToken: Token);
        await Site.DeliverAsync(new Mail("Livraison"), Token);
        await Site.Log.WaitForMessageAsync("Skipped: 'Livraison'", cancellationToken: Token);

        await grouping.UncheckAsync();
        await form.SaveAsync();
        await Site.DeliverAsync(new Mail("Livraison"), Token);
        await Site.Receiver.WaitForAsync(2, cancellationToken: Token);

        await form.Page.ReloadAsync();
        await Expect(grouping).Not.ToBeCheckedAsync();
    }

    /// <summary>Passes when the server looked at its schedule twice from now on and left the mails alone.</summary>
    private async Task AssertRestsAsync(IPage page)
    {
        var looks = new HashSet<string>();
        var hasLooked = await Polling.UntilAsync(
            async _ =>
            {
                var status = await (await page.APIRequest.GetAsync("/api/status")).JsonAsync<JsonElement>();
                return status.GetProperty("polling").GetProperty("next_cycle_at").GetString() is { } next && looks.Add(next) && looks.Count > 2;
            },
            TimeSpan.FromSeconds(30),
            Token);

        Assert.True(hasLooked, "The schedule was not looked at again.");
        Assert.DoesNotContain(Site.Log.Records, record => record.Message.Contains("Livraison", StringComparison.Ordinal));
        Assert.Empty(Site.Receiver.Requests);
    }
}
