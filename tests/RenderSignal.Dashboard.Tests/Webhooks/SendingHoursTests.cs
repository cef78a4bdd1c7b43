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
        var window = Hours.ClosedWindow;
        var (start, end) = (window[0].Value!, window[1].Value!.Replace('h', ':'));
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
    [InlineData(-3, +3)]
    [InlineData(+3, +2)]
    [InlineData(-2, -3)]
    public async Task The_picture_is_open_between_the_times_that_are_typed(int startsIn, int endsIn)
    {
        var (start, end) = (Hours.FromNow(startsIn), Hours.FromNow(endsIn));

        await AssertPictureAsync($"{start:00}h15", $"{end}:45", $"Open now, until {end:00}:45");
    }

    [Fact]
    public async Task The_picture_is_closed_outside_the_times_that_are_typed() =>
        await AssertPictureAsync($"{Hours.FromNow(3)}:00", $"{Hours.FromNow(-3):00}h30", $"Closed now, opens at {Hours.FromNow(3):00}:00");

    [Theory]
    [InlineData("9:00", "9h00", "Both times are the same: never open.")]
    [InlineData("9:00", "25:00", "Write both times to see the day.")]
    public Task The_picture_says_what_times_do_not_make_a_window(string start, string end, string words) => AssertPictureAsync(start, end, words);

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

    private async Task AssertPictureAsync(string start, string end, string words)
    {
        await StartSiteAsync();
        var form = (await OpenTabAsync("webhooks")).Form("webhook_time_window");

        await form.GetByLabel("Open between two times").CheckAsync();
        await form.GetByLabel("Opens at", new() { Exact = true }).FillAsync(start);
        await form.GetByLabel("Closes at", new() { Exact = true }).FillAsync(end);

        await Expect(form.Locator(".state-words")).ToContainTextAsync(words);
    }
}
