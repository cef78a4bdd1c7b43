using System.Text;

namespace RenderSignal.Dashboard.Tests;

public sealed class SettingsTransferTests(Bench bench) : DashboardTest(bench)
{
    private const string Passphrase = "correct horse battery";

    [Fact]
    public async Task Exported_settings_are_put_in_force_again_after_all_were_changed()
    {
        AllowProblems("POST /api/settings/import: 412");
        await StartSiteWithAsync([("processing_prefs", """{"exclude_keywords": ["newsletter"], "retry_count": 3}""")]);
        var page = await OpenTabAsync("tools");
        var tools = new ToolsPage(page);
        var hook = Site.Receiver.Url("/own").AbsoluteUri;
        await ChangeAsync(page, "webhook_config", new { webhook_url = hook });

        var file = await ExportAsync(page, Passphrase);
        var content = await File.ReadAllTextAsync(file, Token);
        Assert.DoesNotContain(hook, content, StringComparison.Ordinal);
        await ChangeAsync(page, "webhook_config", new { webhook_url = Site.Receiver.Url("/other").AbsoluteUri });
        await ChangeAsync(page, "processing_prefs", new { exclude_keywords = Array.Empty<string>(), retry_count = 0 });

        await tools.Card("Import settings").GetByLabel("File").SetInputFilesAsync(file);
        await tools.Card("Import settings").GetByLabel("Passphrase of the file").FillAsync("a wrong passphrase");
        await tools.Button("Import settings", "Show the changes").ClickAsync();
        await Expect(tools.Card("Import settings").GetByRole(AriaRole.Row, new() { Name = "Receiver" })).ToContainTextAsync("Write the passphrase that the file was exported with.");
        await Expect(tools.Button("Import settings", "Import")).ToBeDisabledAsync();

        await tools.Card("Import settings").GetByLabel("Passphrase of the file").FillAsync(Passphrase);
        await tools.Button("Import settings", "Show the changes").ClickAsync();
        await Expect(tools.Card("Import settings").GetByRole(AriaRole.Row, new() { Name = "Receiver" })).ToContainTextAsync("another address");
        await Expect(tools.Card("Import settings").GetByRole(AriaRole.Row, new() { Name = "Retries" })).ToContainTextAsync("3");
        await Expect(tools.Card("Import settings").GetByRole(AriaRole.Row, new() { Name = "Excluded keywords" })).ToContainTextAsync("newsletter");
        await page.AssertAccessibleAsync();
        await page.EvaluateAsync("scrollTo(0, 0)");
        await page.ScreenshotsAsync("tools-import");

        // Somebody else is quicker: nothing is stored before its effect was seen.
        await ChangeAsync(page, "processing_prefs", new { retry_count = 1 });
        await tools.Button("Import settings", "Import").ClickAsync();
        await Expect(tools.Said("Import settings").First).ToContainTextAsync("have changed meanwhile");
        await tools.Button("Import settings", "Import").ClickAsync();
        await Expect(tools.Said("Import settings").Last).ToContainTextAsync("settings were imported");

        await Site.DeliverAsync(new Mail("Livraison"), Token);
        Assert.Equal("/own", Assert.Single(await Site.Receiver.WaitForAsync(1, cancellationToken: Token)).Path);
        await page.GotoAsync("/#/preferences");
        await Expect(page.GetByLabel("Retries", new() { Exact = true })).ToHaveValueAsync("3");
        await Expect(page.GetByText("newsletter")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Without_a_passphrase_addresses_are_left_out_and_a_foreign_file_is_refused()
    {
        await StartSiteAsync();
        var page = await OpenTabAsync("tools");
        var tools = new ToolsPage(page);

        var file = await ExportAsync(page, "");
        await Expect(tools.Said("Export settings")).ToContainTextAsync("Webhook addresses were left out.");
        Assert.DoesNotContain("webhook_url", await File.ReadAllTextAsync(file, Token), StringComparison.Ordinal);

        await tools.Card("Import settings").GetByLabel("File").SetInputFilesAsync(file);
        await tools.Button("Import settings", "Show the changes").ClickAsync();
        await Expect(tools.Said("Import settings").First).ToContainTextAsync("The file changes nothing");
        await tools.Button("Import settings", "Cancel").ClickAsync();
        await Expect(tools.Button("Import settings", "Show the changes")).ToBeDisabledAsync();

        await ChooseAsync("notes.json", "no JSON");
        await Expect(tools.Card("Import settings").GetByRole(AriaRole.Alert)).ToContainTextAsync("cannot be read as settings");
        await ChooseAsync("other.json", """{"hello": 1}""");
        await tools.Button("Import settings", "Show the changes").ClickAsync();
        await Expect(tools.Said("Import settings").First).ToContainTextAsync("This file was not exported by this version of RenderSignal.");

        Task ChooseAsync(string name, string content) => tools.Card("Import settings").GetByLabel("File").SetInputFilesAsync(
            new FilePayload { Name = name, MimeType = "application/json", Buffer = Encoding.UTF8.GetBytes(content) });
    }

    private static async Task<string> ExportAsync(IPage page, string passphrase)
    {
        var tools = new ToolsPage(page);
        await tools.Card("Export settings").GetByLabel("Passphrase (optional)").FillAsync(passphrase);
        var download = await page.RunAndWaitForDownloadAsync(() => tools.Button("Export settings", "Download").ClickAsync());
        await Expect(tools.Said("Export settings")).ToContainTextAsync(download.SuggestedFilename);
        return await download.PathAsync();
    }

    // As another visitor would.
    private static async Task ChangeAsync(IPage page, string document, object fields)
    {
        var answer = await page.APIRequest.PostAsync($"/api/settings/{document}", new() { DataObject = fields });
        Assert.Equal(200, answer.Status);
    }
}
