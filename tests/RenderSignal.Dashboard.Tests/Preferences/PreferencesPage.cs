namespace RenderSignal.Dashboard.Tests;

/// <summary>The Preferences tab as its user finds his way in it: by what it says, in English.</summary>
internal sealed class PreferencesPage(IPage page)
{
    /// <summary>The numbers, by their labels.</summary>
    public static IReadOnlyList<string> Numbers { get; } = ["Largest mail", "Mails per hour at most", "Retries", "Pause between retries", "Time-out"];

    /// <summary>The switches, by their labels.</summary>
    public static IReadOnlyList<string> Switches { get; } =
        ["Require an attachment or a delivery link", "Copy Recadrage mails to your own receiver", "Notify when a delivery fails"];

    /// <summary>The lists of keywords, by their labels.</summary>
    public static IReadOnlyList<string> Lists { get; } = ["Excluded keywords", "Excluded keywords, Recadrage", "Excluded keywords, unsubscription"];

    public ILocator Save => page.Form("processing_prefs").SaveButton();

    public ILocator Outcome => page.Form("processing_prefs").Outcome();

    public ILocator Input(string label) => page.GetByLabel(label, new() { Exact = true });

    public ILocator Switch(string label) => page.GetByRole(AriaRole.Switch, new() { Name = label });

    public ILocator Group(string label) => page.GetByRole(AriaRole.Group, new() { Name = label, Exact = true });

    public ILocator Entries(string list) => Group(list).GetByRole(AriaRole.Listitem);

    public async Task AddAsync(string list, string keyword)
    {
        var input = Group(list).GetByLabel("Add a keyword");
        await input.FillAsync(keyword);
        await input.PressAsync("Enter");
    }

    public Task SaveAsync() => page.Form("processing_prefs").SaveAsync();
}
