namespace RenderSignal.Dashboard.Tests;

public sealed class SendingHoursTests(Bench bench) : DashboardTest(bench)
{
    [Fact]
    public async Task Hours_that_are_typed_show_in_the_picture_and_once_saved_hold_mails_back()
    {
        await StartSiteAsync();
        var form = (await OpenTabAsync("webhooks")).Form("webhook_time_window");
        var picture = form.GetByRole(AriaRole.Img);
        await Expect(picture).ToHaveAccessibleNameAsync("The day, from midnight to midnight. Open around the clock");

        await form.GetByLabel("Open between two times").CheckAsync();
        await Expect(form).ToContainTextAsync("Write both times to see the day.");
        var (start, end) = (Hours.ClosedWindow[0].Value!, Hours.ClosedWindow[1].Value!.Replace('h', ':'));
        await form.GetByLabel("Opens at", new() { Exact = true }).FillAsync(start);
        await form.GetByLabel("Closes at", new() { Exact = true }).FillAsync(end);
        var words = $"Closed now, opens at {start.Replace('h', ':')} (Europe/Paris)";
        await Expect(form).ToContainTextAsync($"{words} (as typed, not saved yet)");
        await Expect(picture).ToHaveAccessibleNameAsync($"The day, from midnight to midnight. {words}");
        await form.GetByLabel("Closes at", new() { Exact = true }).PressAsync("Enter");
        await Expect(form.Outcome()).ToHaveTextAsync("Saved. Applies from the next mail.");
        await Site.DeliverAsync(new Mail("Livraison"), Token);
        await Site.Log.WaitForMessageAsync("Left: 'Livraison'", cancellationToken: Token);
        Assert.Empty(Site.Receiver.Requests);

        await form.Page.ReloadAsync();
        await Expect(form.GetByLabel("Opens at", new() { Exact = true })).ToHaveValueAsync(start);
        await Expect(form.GetByLabel("Closes at", new() { Exact = true })).ToHaveValueAsync(end);
        await form.GetByLabel("Always open").CheckAsync();
        await form.SaveAsync();
        await Site.Receiver.WaitForAsync(1, cancellationToken: Token);
    }

    [Theory]
    [InlineData("00:00", "23h59", "Open now, until 23:59")]
    [InlineData("12h00", "11:59", "Open now, until 11:59")]
    [InlineData("9:00", "9h00", "Both times are the same: never open.")]
    [InlineData("9:00", "25:00", "Write both times to see the day.")]
    public async Task The_picture_follows_what_is_typed(string start, string end, string words)
    {
        await StartSiteAsync();
        var form = (await OpenTabAsync("webhooks")).Form("webhook_time_window");

        await form.GetByLabel("Open between two times").CheckAsync();
        await form.GetByLabel("Opens at", new() { Exact = true }).FillAsync(start);
        await form.GetByLabel("Closes at", new() { Exact = true }).FillAsync(end);

        await Expect(form.Locator(".state-words")).ToContainTextAsync(words);
    }

    [Fact]
    public async Task A_time_that_is_none_or_missing_is_refused_at_its_field()
    {
        AllowProblems("POST /api/settings/webhook_time_window: 400");
        await StartSiteWithAsync([("webhook_time_window", """{"start": "08h00", "end": "18h00"}""")]);
        var form = (await OpenTabAsync("webhooks")).Form("webhook_time_window");

        await form.GetByLabel("Closes at", new() { Exact = true }).FillAsync("half past six");
        await form.SaveButton().ClickAsync();
        await Expect(form.GetByLabel("Closes at", new() { Exact = true })).ToBeFocusedAsync();
        await Expect(form.Field("end")).ToContainTextAsync("Write a time like 09h30 or 09:30.");

        await form.GetByLabel("Closes at", new() { Exact = true }).FillAsync("");
        await form.SaveButton().ClickAsync();
        await Expect(form.Field("end")).ToContainTextAsync("Write both times, or choose “Always open”.");

        await form.GetByLabel("Closes at", new() { Exact = true }).FillAsync("17:30");
        await form.SaveAsync();
    }
}
