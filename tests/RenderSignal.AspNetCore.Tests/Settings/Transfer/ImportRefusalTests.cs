using System.Net;
using System.Text.Json.Nodes;
using RenderSignal.TestKit;
using static RenderSignal.AspNetCore.Tests.TransferRequests;

namespace RenderSignal.AspNetCore.Tests;

public sealed class ImportRefusalTests
{
    private const string Flag = """{"runtime_flags": {"disable_email_id_dedup": true}}""";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("another one", "cannot be opened: the passphrase is another one")]
    [InlineData(null, "is sealed: write the passphrase")]
    public async Task Without_the_passphrase_of_the_file_the_sealed_fields_are_named(string? passphrase, string problem)
    {
        await using var app = await TestApp.StartSignedInAsync();
        var file = await app.ExportAsync();
        await app.Client.ChangeDocumentAsync("webhook_config", """{"webhook_url": "https://new.example.test/x", "presence_flag": true}""");

        var (status, json) = await app.ImportAsync(file, apply: true, passphrase);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, false, false), (status, (bool)json["success"]!, (bool)json["applied"]!));
        Assert.StartsWith($"webhook_config.webhook_url: webhook_url {problem}", Assert.Single(Problems(json)), StringComparison.Ordinal);
        Assert.Equal("passphrase_of_file", (string?)json["problems"]![0]!["expected"]!["code"]);
        var webhooks = (await app.Get<ISettingsReader>().GetAsync(Token)).Webhooks;
        Assert.Equal(("https://new.example.test/x", true), (webhooks.Url, webhooks.PresenceFlag));
        app.Log.AssertNoWarnings();
    }

    [Theory]
    [InlineData("""{"sealed": "AAAA"}""", "webhook_url is sealed in a way that is unknown here")]
    [InlineData("""{"sealed": 7}""", "webhook_url is ***: write")]
    [InlineData("\"https://other.example.test/***\"", "webhook_url is https://other.example.test/***, which masks another address")]
    public async Task An_address_that_is_neither_sealed_nor_whole_is_a_problem(string address, string problem)
    {
        await using var app = await TestApp.StartSignedInAsync();

        var (_, json) = await app.ImportAsync(FileOf($$$"""{"webhook_config": {"webhook_url": {{{address}}}}}"""), apply: true);

        Assert.StartsWith($"webhook_config.webhook_url: {problem}", Assert.Single(Problems(json)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{}""", "format")]
    [InlineData("""{"format": "other", "format_version": 1, "documents": {}}""", "format")]
    [InlineData("""{"format": "rendersignal-settings", "format_version": 2, "documents": {}}""", "format_version")]
    [InlineData("""{"format": "rendersignal-settings", "format_version": "x", "documents": {}}""", "format_version")]
    [InlineData("""{"format": "rendersignal-settings", "format_version": 1, "documents": []}""", "documents")]
    public async Task A_file_of_another_kind_is_a_problem_of_the_file(string file, string field)
    {
        await using var app = await TestApp.StartSignedInAsync();

        var (status, json) = await app.ImportAsync(JsonNode.Parse(file)!, apply: false);

        var problem = Assert.Single(json["problems"]!.AsArray())!;
        Assert.Equal((HttpStatusCode.OK, null, field), (status, (string?)problem["document"], (string?)problem["field"]));
    }

    [Theory]
    [InlineData("""{"apply": true}""", "file")]
    [InlineData("""{"file": "text"}""", "file")]
    [InlineData("""{"file": {}, "versions": ["x"]}""", "versions")]
    [InlineData("""{"file": {}, "versions": {"runtime_flags": 7}}""", "versions")]
    [InlineData("""{"file": {}, "versions": {"runtime_flag": "0123456789abcdef"}}""", "versions")]
    [InlineData("""{"file": {}, "passphrase": 7}""", "passphrase")]
    [InlineData("""{"file": {}, "apply": "yes"}""", "apply")]
    [InlineData("""{"file": {}, "apply": 1}""", "apply")]
    public async Task A_request_that_lacks_something_is_refused_by_its_name(string body, string field)
    {
        await using var app = await TestApp.StartSignedInAsync();

        var (status, json) = await app.Client.PostTextAsync("/api/settings/import", body);

        Assert.Equal((HttpStatusCode.BadRequest, field), (status, (string?)json["field"]));
        Assert.NotEmpty((string?)json["message"] ?? "");
    }

    [Fact]
    public async Task A_file_larger_than_any_body_may_be_is_refused_in_words()
    {
        await using var app = await TestApp.StartSignedInAsync();
        var file = FileOf($$$"""{"processing_prefs": {"exclude_keywords": ["{{{new string('x', JsonBody.MaxLength)}}}"]}}""");

        var (status, json) = await app.ImportAsync(file, apply: true);

        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "The body is larger than 256 KB."), (status, (string?)json["message"]));
    }

    [Fact]
    public async Task What_was_changed_since_it_was_shown_is_not_overwritten()
    {
        await using var app = await TestApp.StartSignedInAsync();
        var (_, shown) = await app.ImportAsync(FileOf(Flag), apply: false);
        await app.Client.ChangeDocumentAsync("polling_config", """{"active_start_hour": 7}""");

        var (status, json) = await app.ImportAsync(FileOf(Flag), apply: true, versions: shown["versions"]);

        Assert.Equal((HttpStatusCode.PreconditionFailed, false, false), (status, (bool)json["success"]!, (bool)json["applied"]!));
        Assert.StartsWith("polling_config was changed by somebody else", (string?)json["message"], StringComparison.Ordinal);
        Assert.False((await app.Get<ISettingsReader>().GetAsync(Token)).Flags.DisableEmailIdDedup);
        Assert.Equal(HttpStatusCode.OK, (await app.ImportAsync(FileOf(Flag), apply: true, versions: json["versions"])).Status);
        app.Log.AssertNoWarnings();
    }

    [Fact]
    public async Task A_change_since_is_told_before_the_problems_that_come_of_it()
    {
        await using var app = await TestApp.StartSignedInAsync();
        await app.Client.ChangeDocumentAsync("polling_config", """{"vacation_start": "2026-12-20", "vacation_end": "2027-01-03"}""");
        var file = FileOf("""{"polling_config": {"vacation_end": "2026-12-24"}}""");
        var (_, shown) = await app.ImportAsync(file, apply: false);
        await app.Client.ChangeDocumentAsync("polling_config", """{"vacation_start": "2026-12-27"}""");

        var (status, json) = await app.ImportAsync(file, apply: true, versions: shown["versions"]);

        Assert.Equal((HttpStatusCode.PreconditionFailed, false), (status, (bool)json["applied"]!));
        Assert.StartsWith("polling_config.vacation_end: vacation_end is before vacation_start", Assert.Single(Problems(json)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_imports_at_once_none_overwrites_the_other_unseen()
    {
        await using var app = await TestApp.StartSignedInAsync();
        var (_, shown) = await app.ImportAsync(FileOf(Flag), apply: false);

        var answers = await Task.WhenAll(Enumerable.Range(1, 10).Select(limit => app.ImportAsync(
            FileOf($$$"""{"processing_prefs": {"rate_limit_per_hour": {{{limit + 100}}}}}"""), apply: true, versions: shown["versions"])));

        var stored = Assert.Single(answers, answer => answer.Status == HttpStatusCode.OK);
        Assert.All(answers.Except([stored]), answer => Assert.Equal(HttpStatusCode.PreconditionFailed, answer.Status));
        Assert.Equal((int)stored.Json["changes"]![0]!["to"]!, (await app.Get<ISettingsReader>().GetAsync(Token)).Preferences.RateLimitPerHour);
    }

    [Fact]
    public async Task When_a_later_document_cannot_be_stored_it_is_said_what_was_and_the_same_file_stores_the_rest()
    {
        using var folder = new TempFolder();
        await using var app = await TestApp.StartSignedInAsync(new Dictionary<string, string?> { ["RENDERSIGNAL_DATA"] = folder.FullPath });
        var file = FileOf("""{"polling_config": {"active_start_hour": 7}, "runtime_flags": {"disable_email_id_dedup": true}}""");
        Directory.CreateDirectory(folder.File("runtime_flags.json.tmp")); // what is written beside the file cannot be

        var (status, json) = await app.ImportAsync(file, apply: true);

        Assert.Equal((HttpStatusCode.ServiceUnavailable, false, false), (status, (bool)json["success"]!, (bool)json["applied"]!));
        Assert.StartsWith("runtime_flags was not stored:", (string?)json["message"], StringComparison.Ordinal);
        Assert.EndsWith("Stored before that: polling_config. Import the same file again for the rest.", (string?)json["message"], StringComparison.Ordinal);
        Assert.Equal(["polling_config"], Texts(json["stored"]));

        Directory.Delete(folder.File("runtime_flags.json.tmp"));
        var (_, again) = await app.ImportAsync(file, apply: true, versions: json["versions"]);
        Assert.Equal(["runtime_flags.disable_email_id_dedup: false -> true"], Changes(again));
        Assert.True((bool)again["applied"]!);
    }
}
