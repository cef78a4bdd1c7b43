namespace RenderSignal.Dashboard.Tests;

public sealed class SendersTests(Bench bench) : DashboardTest(bench)
{
    [Fact]
    public async Task A_sender_who_is_not_on_the_list_is_left_until_the_list_has_him()
    {
        await StartSiteAsync(("SENDER_OF_INTEREST_FOR_POLLING", "known@example.test"));
        var form = (await OpenTabAsync("email")).Form("polling_config");
        var input = form.GetByLabel("Another address");
        await Site.DeliverAsync(new Mail("Livraison", Sender: "new@example.test"), Token);
        await Site.Log.WaitForMessageAsync("Left: 'Livraison'", cancellationToken: Token);

        await input.FillAsync("New@example.test");
        await input.PressAsync("Enter");
        await Expect(form.Locator("li span")).ToHaveTextAsync(["known@example.test", "New@example.test"]);
        await Expect(input).ToBeFocusedAsync();
        await form.SaveAsync();
        await Site.Receiver.WaitForAsync(1, cancellationToken: Token);

        await form.Page.ReloadAsync();
        await Expect(form.Locator("li span")).ToHaveTextAsync(["known@example.test", "new@example.test"]);
    }

    [Fact]
    public async Task Several_are_pasted_typed_ones_are_saved_without_Add_and_bad_ones_are_named()
    {
        await StartSiteAsync();
        var form = (await OpenTabAsync("email")).Form("polling_config");
        var input = form.GetByLabel("Another address");
        await Expect(form).ToContainTextAsync("The list is empty: every sender is welcome.");

        await input.EvaluateAsync("""
            element => {
              const data = new DataTransfer();
              data.setData('text', 'a@example.test, b@example.test\nnobody');
              element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
            }
            """);
        await Expect(form.GetByRole(AriaRole.Listitem)).ToHaveCountAsync(3);
        await input.FillAsync("c@example.test");
        await form.SaveAsync();
        await Expect(form.Locator("li span")).ToHaveTextAsync(["a@example.test", "b@example.test", "c@example.test"]);
        await Expect(input).ToHaveValueAsync("");
        await Expect(form.Field("sender_of_interest_for_polling")).ToContainTextAsync("Not taken, because it could not be understood: nobody.");

        await form.GetByRole(AriaRole.Button, new() { Name = "Remove a@example.test" }).FocusAsync();
        await form.Page.Keyboard.PressAsync("Enter");
        await Expect(form.GetByRole(AriaRole.Button, new() { Name = "Remove b@example.test" })).ToBeFocusedAsync();
        await form.Page.Keyboard.PressAsync("Enter");
        await form.Page.Keyboard.PressAsync("Enter");
        await Expect(input).ToBeFocusedAsync();
        await form.SaveAsync();
        await Expect(form).ToContainTextAsync("The list is empty: every sender is welcome.");
    }

    [Fact]
    public async Task A_list_of_nothing_but_bad_entries_is_refused_and_kept()
    {
        AllowProblems("POST /api/settings/polling_config: 400");
        await StartSiteAsync();
        var form = (await OpenTabAsync("email")).Form("polling_config");

        await form.GetByLabel("Another address").FillAsync("nobody");
        await form.SaveButton().ClickAsync();

        await Expect(form.Field("sender_of_interest_for_polling")).ToContainTextAsync("Write e-mail addresses like achats@example.com.");
        await Expect(form.GetByLabel("Another address")).ToBeFocusedAsync();
        await Expect(form.GetByLabel("Another address")).ToHaveValueAsync("nobody");
    }
}
