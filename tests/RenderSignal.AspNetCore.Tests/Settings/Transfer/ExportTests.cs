using System.Net;
using System.Text.Json.Nodes;

namespace RenderSignal.AspNetCore.Tests;

public sealed class ExportTests
{
    private const string Secret = "secret-token";

    [Fact]
    public async Task A_file_has_all_fields_in_force_and_addresses_only_sealed()
    {
        await using var app = await TestApp.StartSignedInAsync();
        await app.Client.ChangeDocumentAsync("webhook_config", $$"""{"presence_true_url": "https://hook.eu1.make.com/{{Secret}}"}""");
        var (_, shown) = await app.Client.GetJsonAsync("/api/settings");

        var file = await app.ExportAsync();

        Assert.Equal(["format", "format_version", "exported_at", "documents"], file.Select(field => field.Key));
        Assert.Equal(("rendersignal-settings", 1), ((string?)file["format"], (int)file["format_version"]!));
        Assert.Equal(shown["documents"]!.AsObject().Select(document => document.Key), file["documents"]!.AsObject().Select(document => document.Key));
        foreach (var (name, fields) in file["documents"]!.AsObject())
        {
            foreach (var (field, value) in shown["documents"]![name]!.AsObject())
            {
                var isSealed = field is "webhook_url" or "presence_true_url";
                Assert.True(fields!.AsObject().ContainsKey(field), field);
                Assert.True(isSealed ? ((string?)fields[field]!["sealed"])?.Length > 50 : JsonNode.DeepEquals(value, fields[field]), field);
            }
        }

        Assert.DoesNotContain(Secret, file.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("example.test/hook", file.ToJsonString(), StringComparison.Ordinal);
        app.Log.AssertNoWarnings();
    }

    [Fact]
    public async Task Without_a_passphrase_a_file_says_nothing_of_addresses()
    {
        await using var app = await TestApp.StartSignedInAsync();

        var file = await app.ExportAsync(passphrase: null);

        Assert.Equal(
            ["presence_flag", "webhook_ssl_verify", "webhook_sending_enabled"], file["documents"]!["webhook_config"]!.AsObject().Select(field => field.Key));
    }

    [Fact]
    public async Task Two_files_have_nothing_in_common_by_which_their_addresses_could_be_compared()
    {
        await using var app = await TestApp.StartSignedInAsync();

        var (first, second) = (await app.ExportAsync(), await app.ExportAsync());

        Assert.NotEqual(Sealed(first)[..20], Sealed(second)[..20]);

        static string Sealed(JsonObject file) => (string)file["documents"]!["webhook_config"]!["webhook_url"]!["sealed"]!;
    }

    [Fact]
    public async Task A_browser_is_told_to_save_the_file_under_a_name_of_its_day()
    {
        await using var app = await TestApp.StartSignedInAsync();

        using var answer = await app.Client.PostAsync("/api/settings/export", null, TestContext.Current.CancellationToken);

        var disposition = answer.Content.Headers.ContentDisposition!;
        Assert.Equal((HttpStatusCode.OK, "attachment", "application/json"), (answer.StatusCode, disposition.DispositionType, answer.Content.Headers.ContentType?.MediaType));
        Assert.Matches(@"^rendersignal-settings-\d{4}-\d\d-\d\d\.json$", disposition.FileName);
    }

    [Theory]
    [InlineData("\"short\"", "passphrase is shorter than 8 characters")]
    [InlineData("12345678", "passphrase is no text")]
    [InlineData("[\"long enough\"]", "passphrase is no text")]
    public async Task A_passphrase_that_protects_nothing_is_refused(string passphrase, string message)
    {
        await using var app = await TestApp.StartSignedInAsync();

        var (status, json) = await app.Client.PostTextAsync("/api/settings/export", $$"""{"passphrase": {{passphrase}}}""");

        Assert.Equal((HttpStatusCode.BadRequest, "passphrase"), (status, (string?)json["field"]));
        Assert.StartsWith(message, (string?)json["message"], StringComparison.Ordinal);
        Assert.Equal("8 to 1000 characters, or none to leave the webhook addresses out", (string?)json["expected"]!["text"]);
    }

    [Fact]
    public async Task A_passphrase_may_not_be_without_end()
    {
        await using var app = await TestApp.StartSignedInAsync();

        var (status, json) = await app.Client.PostJsonAsync("/api/settings/export", new JsonObject { ["passphrase"] = new string('x', 1001) });

        Assert.Equal((HttpStatusCode.BadRequest, "passphrase"), (status, (string?)json["field"]));
    }
}
