namespace RenderSignal.Dashboard.Tests;

/// <summary>The form of a settings document on a page.</summary>
internal static class FormPageExtensions
{
    public static ILocator Form(this IPage page, string document) => page.Locator($"[data-document={document}]");

    public static ILocator Field(this ILocator form, string name) => form.Locator($"[data-field={name}]");

    public static ILocator SaveButton(this ILocator form) => form.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true });

    public static ILocator DiscardButton(this ILocator form) => form.GetByRole(AriaRole.Button, new() { Name = "Discard changes" });

    public static ILocator Outcome(this ILocator form) => form.Locator("footer").GetByRole(AriaRole.Status);

    /// <summary>Saves, and waits until the form says so.</summary>
    public static async Task SaveAsync(this ILocator form)
    {
        await form.SaveButton().ClickAsync();
        await Expect(form.Outcome()).ToHaveTextAsync("Saved. Applies from the next mail.");
    }

    /// <summary>Types a new address in place of the one that is shown masked, or is not set.</summary>
    public static async Task TypeAddressAsync(this ILocator form, string label, string address)
    {
        await form.Locator($"button.change[aria-label*='{label}']").ClickAsync();
        var input = form.GetByRole(AriaRole.Textbox, new() { Name = label });
        await Expect(input).ToBeFocusedAsync();
        await input.FillAsync(address);
    }
}
