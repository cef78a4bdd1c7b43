namespace RenderSignal.Dashboard.Tests;

/// <summary>The Tools tab as its user finds his way in it: by what it says, in English.</summary>
internal sealed class ToolsPage(IPage page)
{
    public const string Recadrage = "Média Solution - Missions Recadrage - Lot 42";

    public ILocator Card(string heading) =>
        page.Locator("section").Filter(new() { Has = page.GetByRole(AriaRole.Heading, new() { Name = heading, Exact = true, Level = 2 }) });

    public ILocator Button(string heading, string name) => Card(heading).GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public ILocator Said(string heading) => Card(heading).GetByRole(AriaRole.Status);

    /// <summary>Asks what would become of a mail.</summary>
    /// <returns>The decision and its reason.</returns>
    public async Task<ILocator> TryAsync(Mail mail)
    {
        var card = Card("Try a mail");
        await card.GetByLabel("Subject").FillAsync(mail.Subject);
        await card.GetByLabel("Sender").FillAsync(mail.Sender);
        await card.GetByLabel("Text").FillAsync(mail.Body);
        await Button("Try a mail", "Show the decision").ClickAsync();
        return card.Locator(".verdict");
    }
}
