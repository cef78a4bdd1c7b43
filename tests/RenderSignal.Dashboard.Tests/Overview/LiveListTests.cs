using System.Collections.Concurrent;
using System.Text;

namespace RenderSignal.Dashboard.Tests;

public sealed class LiveListTests(Bench bench, ITestOutputHelper output) : DashboardTest(bench)
{
    // A tenth of it is usual; a busy machine is left its time, and what shows only when the page asks anew would take longer.
    private const double LongestDelayMs = 5000;

    // What stands in the list, and after how many milliseconds from its decision: server and browser share a clock.
    private const string NoteDelays = """
        () => {
          window.delays = new Map();
          const note = () => document.querySelectorAll('.mails > li').forEach((row) => {
            if (!delays.has(row.dataset.mail)) delays.set(row.dataset.mail, Date.now() - Date.parse(row.querySelector('time').dateTime));
          });
          new MutationObserver(note).observe(document.querySelector('main'), { childList: true, subtree: true });
        }
        """;

    [Fact]
    public async Task A_mail_is_there_soon_after_its_decision_and_nothing_jumps()
    {
        await StartSiteWithAsync([("processing_prefs", """{"rate_limit_per_hour": 0}""")]);
        var page = await OpenTabAsync("overview");
        await Expect(page.GetByText("No mail yet.")).ToBeVisibleAsync();
        await page.EvaluateAsync(NoteDelays);

        foreach (var number in Enumerable.Range(1, 20))
        {
            await Site.DeliverAsync(new Mail($"Livraison {number}"), Token);
        }

        await Site.Log.WaitForMessageAsync("Sent: 'Livraison 20'", cancellationToken: Token);
        await Expect(page.Mail("Livraison 20")).ToBeVisibleAsync();
        await Expect(page.Mails()).ToHaveCountAsync(20);
        await Expect(page.Mail("Livraison 20")).ToContainTextAsync("HTTP 200 · 1 try");
        await Expect(page.Locator(".total.sent .total-count")).ToHaveTextAsync("20");
        await Expect(page.GetByRole(AriaRole.Img, new() { Name = "20 sent" })).ToBeVisibleAsync();

        await page.Mail("Livraison 1").ScrollIntoViewIfNeededAsync();
        var before = await page.Mail("Livraison 1").BoundingBoxAsync();
        await Site.DeliverAsync(new Mail("Une de plus"), Token);
        await Site.Log.WaitForMessageAsync("Sent: 'Une de plus'", cancellationToken: Token);
        await Expect(page.Mails().First).ToContainTextAsync("Une de plus");
        var after = await page.Mail("Livraison 1").BoundingBoxAsync();

        Assert.Equal(before!.Y, after!.Y, tolerance: 1.0f);
        var delays = await page.EvaluateAsync<double[]>("[...window.delays.values()]"); // gone, had the page been loaded anew
        output.WriteLine($"From decision to row: {delays.Order().ElementAt(delays.Length / 2)} ms for the middle one, {delays.Max()} ms for the slowest of {delays.Length}.");
        Assert.Equal(21, delays.Length);
        Assert.InRange(delays.Max(), 0, LongestDelayMs);
    }

    [Fact]
    public async Task Whatever_stands_in_a_subject_is_shown_as_text()
    {
        const string Script = "<img src=x onerror=alert(1)>";
        await StartSiteWithAsync([("processing_prefs", """{"rate_limit_per_hour": 0}""")]);
        var page = await OpenTabAsync("overview", Look.Default with { Size = Look.Phone });
        var dialogs = new ConcurrentQueue<string>();
        page.Dialog += async (_, dialog) =>
        {
            dialogs.Enqueue(dialog.Message);
            await dialog.DismissAsync();
        };
        await Expect(page.GetByText("No mail yet.")).ToBeVisibleAsync();
        string[] subjects = [Script, "שלום עולם – דחוף", "🎉🎉 Fête 👩‍👩‍👧", new string('M', 190), ""];

        foreach (var subject in subjects)
        {
            await Site.DeliverAsync(new Mail(Encoded(subject)), Token);
        }

        await Expect(page.Mails()).ToHaveCountAsync(subjects.Length);
        foreach (var subject in subjects)
        {
            await Expect(page.Mail(subject.Length == 0 ? "(no subject)" : subject)).ToBeVisibleAsync();
        }

        await page.AssertNoHorizontalScrollAsync();
        await page.OpenMailAsync(Script);
        await page.AssertNoHorizontalScrollAsync();
        Assert.Equal(0, await page.Locator("img:not([role=img])").CountAsync());
        Assert.Empty(dialogs);
    }

    [Fact]
    public async Task Filters_and_the_search_hold_for_what_is_there_and_for_what_comes()
    {
        await StartSiteAsync(("SENDER_OF_INTEREST_FOR_POLLING", "lot@example.test"));
        var page = await OpenTabAsync("overview");
        await Site.DeliverAsync(new Mail("Livraison"), Token);
        await Site.DeliverAsync(new Mail("Bonjour", "Rien."), Token);
        await Site.DeliverAsync(new Mail("Offre", Sender: "promo@elsewhere.test"), Token);
        await Expect(page.Mails()).ToHaveCountAsync(3);

        await page.Filter("Waiting").ClickAsync();
        await Expect(page.Mails()).ToHaveCountAsync(1);
        await Expect(page.Mail("Offre")).ToContainTextAsync("The sender is not on the list", new() { IgnoreCase = true });
        await page.Locator(".totals").GetByRole(AriaRole.Button, new() { Name = "Skipped" }).ClickAsync();
        await Expect(page.Mails()).ToHaveCountAsync(2);
        await Expect(page.Filter("Skipped")).ToHaveAttributeAsync("aria-pressed", "true");

        await Site.DeliverAsync(new Mail("Encore une livraison"), Token);
        await Site.Log.WaitForMessageAsync("Sent: 'Encore une livraison'", cancellationToken: Token);
        await Site.DeliverAsync(new Mail("Encore bonjour", "Rien."), Token);
        await Expect(page.Mails().First).ToContainTextAsync("Encore bonjour");
        await Expect(page.Mails()).ToHaveCountAsync(3);

        await page.GetByRole(AriaRole.Searchbox).FillAsync("ELSEWHÉRE");
        await Expect(page.Mails()).ToHaveCountAsync(1);
        await Expect(page.Mail("Offre")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Searchbox).FillAsync("nirgends");
        await Expect(page.GetByText("No mail matches the filter.")).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Show all mails" }).ClickAsync();
        await Expect(page.Mails()).ToHaveCountAsync(5);
        await Expect(page.GetByRole(AriaRole.Searchbox)).ToHaveValueAsync("");
    }

    private static string Encoded(string subject) =>
        subject.Length == 0 ? "" : string.Join("\n ", subject.Chunk(40).Select(part => $"=?utf-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(part))}?="));
}
