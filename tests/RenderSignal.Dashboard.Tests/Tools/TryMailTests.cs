using System.Text.Json.Nodes;

namespace RenderSignal.Dashboard.Tests;

public sealed class TryMailTests(Bench bench) : DashboardTest(bench)
{
    [Fact]
    public async Task What_the_page_foretells_is_what_becomes_of_the_mail()
    {
        await StartSiteAsync();
        var page = await OpenTabAsync("tools");
        var tools = new ToolsPage(page);
        var mail = new Mail("Livraison du lot 7", "Voici : https://fromsmash.com/abc", "Achats <achats@example.test>");

        await Expect(await tools.TryAsync(mail)).ToContainTextAsync("This mail would be sent.");
        await Expect(page.Locator(".steps li").Last).ToContainTextAsync("decided");
        var payload = JsonNode.Parse(await page.Locator("pre.payload").InnerTextAsync())!;
        Assert.Empty(Site.Receiver.Requests);

        await Site.DeliverAsync(mail, Token);
        var request = Assert.Single(await Site.Receiver.WaitForAsync(1, cancellationToken: Token));
        foreach (var field in (string[])["subject", "sender_address", "delivery_links"])
        {
            Assert.Equal(payload[field]?.ToJsonString(), request.Json![field]?.ToJsonString());
        }

        Assert.Equal(Names(payload), Names(request.Json!));
        await Site.Log.WaitForMessageAsync("Sent: 'Livraison du lot 7'", cancellationToken: Token);
        await Expect(await tools.TryAsync(mail)).ToContainTextAsync("A mail of the same subject group was sent this month.");
        await Site.DeliverAsync(new Mail(mail.Subject, mail.Body, "autre@example.test"), Token);
        await Site.Log.WaitForMessageAsync("a mail of the same subject group was sent this month", cancellationToken: Token);
        Assert.Single(Site.Receiver.Requests);
    }

    [Fact]
    public async Task The_example_is_a_recadrage_mail_whose_payload_can_be_copied()
    {
        await StartSiteAsync();
        var page = await OpenTabAsync("tools");
        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        var tools = new ToolsPage(page);

        await tools.Button("Try a mail", "Fill in an example").ClickAsync();
        await tools.Button("Try a mail", "Show the decision").ClickAsync();

        var card = tools.Card("Try a mail");
        await Expect(card.Locator(".facts")).ToContainTextAsync("Recadrage");
        await Expect(card.Locator(".facts")).ToContainTextAsync("11h51");
        await card.GetByRole(AriaRole.Button, new() { Name = "Copy" }).ClickAsync();
        await Expect(card.GetByText("Copied.")).ToBeVisibleAsync();
        var copied = JsonNode.Parse(await page.EvaluateAsync<string>("navigator.clipboard.readText()"))!;
        Assert.Equal(ToolsPage.Recadrage, (string?)copied["subject"]);
        await page.AssertAccessibleAsync();
    }

    private static IEnumerable<string> Names(JsonNode payload) => payload.AsObject().Select(field => field.Key).Order(StringComparer.Ordinal);
}
