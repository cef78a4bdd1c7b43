using System.Text;
using System.Text.Json.Nodes;

namespace RenderSignal.Dashboard.Tests;

/// <summary>What an import shows belongs to the file and the passphrase that are there, and it says stored only of what was.</summary>
public sealed class LateImportTests(Bench bench) : DashboardTest(bench)
{
    private const string ImportRoute = "**/api/settings/import";

    [Fact]
    public async Task The_plan_of_a_file_that_was_put_aside_meanwhile_is_not_shown()
    {
        await StartSiteAsync();
        var page = await OpenTabAsync("tools");
        var tools = new ToolsPage(page);
        var held = new TaskCompletionSource<IRoute>();
        await page.RouteAsync(ImportRoute, held.SetResult, new() { Times = 1 });

        await ChooseAsync(tools, await ExportAsync(page, "retry_count", 7));
        await tools.Button("Import settings", "Show the changes").ClickAsync();
        var late = await held.Task.WaitAsync(TimeSpan.FromSeconds(10), Token);
        await ChooseAsync(tools, await ExportAsync(page, "rate_limit_per_hour", 8));
        await page.RunAndWaitForResponseAsync(() => late.ContinueAsync(), ImportRoute);
        await page.EvaluateAsync("new Promise(shown => requestAnimationFrame(() => requestAnimationFrame(shown)))");
        await Expect(tools.Card("Import settings").GetByRole(AriaRole.Row)).ToHaveCountAsync(0);

        await tools.Button("Import settings", "Show the changes").ClickAsync();
        await Expect(tools.Card("Import settings").GetByRole(AriaRole.Row, new() { Name = "Mails per hour at most" })).ToContainTextAsync("8");
        await Expect(tools.Card("Import settings").GetByRole(AriaRole.Row, new() { Name = "Retries" })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task What_the_server_does_not_store_is_not_called_imported()
    {
        AllowProblems("POST /api/settings/import: 422");
        await StartSiteAsync();
        var page = await OpenTabAsync("tools");
        var tools = new ToolsPage(page);
        await ChooseAsync(tools, await ExportAsync(page, "retry_count", 7));
        await tools.Button("Import settings", "Show the changes").ClickAsync();
        await Expect(tools.Card("Import settings").GetByRole(AriaRole.Row, new() { Name = "Retries" })).ToContainTextAsync("7");

        // From here on the server finds something wrong with the file.
        await page.RouteAsync(ImportRoute, route =>
        {
            var body = JsonNode.Parse(route.Request.PostData!)!;
            body["file"]!["documents"]!["processing_prefs"]!["retry_count"] = 99;
            return route.ContinueAsync(new() { PostData = Encoding.UTF8.GetBytes(body.ToJsonString()) });
        });
        await tools.Button("Import settings", "Import").ClickAsync();

        await Expect(tools.Said("Import settings").First).ToContainTextAsync("One thing in this file cannot be imported.");
        await Expect(tools.Card("Import settings").GetByText("imported and applies")).ToHaveCountAsync(0);
        await Expect(tools.Button("Import settings", "Import")).ToHaveCountAsync(0);
    }

    /// <summary>All settings as they are exported, but for one preference.</summary>
    private static async Task<FilePayload> ExportAsync(IPage page, string preference, int value)
    {
        var answer = await page.APIRequest.PostAsync("/api/settings/export", new() { DataObject = new { } });
        var file = JsonNode.Parse(await answer.TextAsync())!;
        file["documents"]!["processing_prefs"]![preference] = value;
        return new() { Name = $"{preference}.json", MimeType = "application/json", Buffer = Encoding.UTF8.GetBytes(file.ToJsonString()) };
    }

    private static Task ChooseAsync(ToolsPage tools, FilePayload file) => tools.Card("Import settings").GetByLabel("File").SetInputFilesAsync(file);
}
