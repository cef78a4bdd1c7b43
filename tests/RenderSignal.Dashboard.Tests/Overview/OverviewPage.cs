namespace RenderSignal.Dashboard.Tests;

/// <summary>Where things are on the overview.</summary>
internal static class OverviewPage
{
    public static ILocator Mails(this IPage page) => page.Locator(".mails > li");

    /// <summary>The row of a mail, by its subject.</summary>
    public static ILocator Mail(this IPage page, string subject) => page.Mails().Filter(new() { Has = page.GetByRole(AriaRole.Link, new() { Name = subject, Exact = true }) });

    public static ILocator OpenedMail(this IPage page) => page.GetByRole(AriaRole.Dialog);

    /// <summary>A button by its name, in the language of the page.</summary>
    public static ILocator Button(this ILocator place, string name) => place.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    /// <summary>A filter above the list.</summary>
    public static ILocator Filter(this IPage page, string status) => page.Locator(".filter-bar").Button(status);

    public static async Task OpenMailAsync(this IPage page, string subject)
    {
        await page.Mail(subject).GetByRole(AriaRole.Link).ClickAsync();
        await Expect(page.OpenedMail().GetByRole(AriaRole.Heading, new() { Level = 2 })).ToHaveTextAsync(subject);
    }
}
