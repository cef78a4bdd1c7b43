using System.Globalization;
using RenderSignal.TestKit;

namespace RenderSignal.Dashboard.Tests;

/// <summary>A morning's mails as they look: in <c>artifacts/screenshots</c>, and cut to a desk's window for README.md (<c>scripts/update-screenshots</c>).</summary>
public sealed class OverviewPicturesTests(Bench bench) : DashboardTest(bench)
{
    private const string Buyers = "achats@example.test";
    private const string Planners = "planning@example.test";
    private const string Photos = "https://www.dropbox.com/scl/fo/7h2k/photos?rlkey=demo";
    private const string Preferences = """{"retry_count": 1, "retry_delay_sec": 0, "rate_limit_per_hour": 6, "exclude_keywords": ["newsletter"]}""";

    private static readonly Mail[] Mails =
    [
        new("Livraison des vues aériennes", "Voici : https://fromsmash.com/7h2k-demo", Planners),
        new("Livraison", "Voici : https://www.swisstransfer.com/d/7h2k-demo", Planners),
        new("Newsletter de décembre", $"Toutes nos nouvelles. {Photos}", Buyers),
        new("Offre du jour", $"Cliquez vite ! {Photos}", "promo@elsewhere.test"),
        new("Bonjour", "Rien à livrer aujourd'hui.", Planners),
        new("Média Solution - Missions Recadrage - Lot 12", $"Bonjour,\nà faire pour le 05/12/2099 à 14h30\n{Photos}", Buyers),
        new("Re: Planning", $"Vu, merci. {Photos}", Planners),
        new("Se désabonner", "Une journée aux tarifs habituels : https://www.dropbox.com/request/7h2k", Buyers),
        new("Média Solution - Missions Recadrage - Lot 12", $"Rappel : à faire pour 15h\n{Photos}", Buyers),
        new("Plans du rez-de-chaussée", $"En un seul dossier. {Photos}", Planners),
        new("Média Solution - Missions Recadrage - Lot 13 - URGENCE", $"Dès que possible, merci.\n{Photos}", Buyers),
        new("Façade nord, dernière version", $"Elle remplace celle de lundi. {Photos}", Planners),
    ];

    [Fact]
    public async Task Mails_of_every_kind_stand_in_the_list_and_one_tells_why_it_waits()
    {
        AllowWarnings("no such client", "was not accepted", "Failed: ", "503");
        await StartSiteWithAsync(
            [("processing_prefs", Preferences)], ("SENDER_OF_INTEREST_FOR_POLLING", $"{Buyers},{Planners}"), ("EMAIL_POLLING_INTERVAL_SECONDS", "120"));
        Site.Receiver.Script(
            Answer.Success, Answer.Success, Answer.Success, Answer.Success, new(422, """{"success":false,"message":"no such client"}"""), new(503, "overloaded"), Answer.Success);
        var page = await OpenTabAsync("overview");
        await Expect(page.Locator("[data-component=poller]")).ToContainTextAsync("Next cycle in ");
        var date = TimeProvider.System.GetUtcNow().ToString("r", CultureInfo.InvariantCulture);
        foreach (var mail in Mails)
        {
            await Site.DeliverAsync(mail with { Date = date }, Token);
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "Check the mailbox now" }).ClickAsync();
        await Expect(page.Mails()).ToHaveCountAsync(Mails.Length);
        await Expect(page.Locator(".check-now [role=status]")).ToContainTextAsync("12 unread mails");
        foreach (var status in (string[])["sent", "skipped", "left", "failed"])
        {
            await Expect(page.Locator($".total.{status} .total-count")).Not.ToHaveTextAsync("0");
        }

        await page.ShootWindowAsync("readme-overview");
        await page.ScreenshotsAsync("overview");

        await page.OpenMailAsync(Mails[^1].Subject);
        await page.OpenedMail().Button("Test with the current settings").ClickAsync();
        await Expect(page.OpenedMail()).ToContainTextAsync("This mail would not be sent");
        await page.ShootWindowAsync("readme-mail");
        await page.ScreenshotsAsync("overview-mail");
    }
}
