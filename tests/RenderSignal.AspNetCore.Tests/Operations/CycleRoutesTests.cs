using System.Net;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Reply = RenderSignal.TestKit.Answer;

namespace RenderSignal.AspNetCore.Tests;

public sealed class CycleRoutesTests
{
    private const string Path = "/api/check_emails_and_download";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null)]
    [InlineData("this is no JSON and not read")]
    public async Task A_process_that_does_not_poll_by_itself_polls_when_it_is_asked(string? body)
    {
        await using var site = await MailSite.StartAsync(Token);
        site.Deliver("m1");
        await using var app = await TestApp.StartSignedInAsync(site.Variables);
        using var content = body is null ? null : new StringContent(body);

        using var answer = await app.Client.PostAsync(new Uri(Path, UriKind.Relative), content, Token);

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.Matches(
            """^\{"success":true,"status":"requested","message":"The mailbox is polled now.","asked_at":"20\d\d-[^"]+Z"\}$""", await answer.Content.ReadAsStringAsync(Token));
        var request = Assert.Single(await site.Receiver.WaitForAsync(1, cancellationToken: Token));
        Assert.Equal("Livraison m1", (string?)request.Json!["subject"]);
        app.Log.AssertNoWarnings();
    }

    [Fact]
    public async Task Asked_while_a_cycle_runs_it_says_so_and_the_next_one_follows()
    {
        await using var site = await MailSite.StartAsync(Token);
        site.Deliver("m1");
        var released = new TaskCompletionSource();
        site.Receiver.Script(Reply.Success.After(released.Task), Reply.Success);
        await using var app = await TestApp.StartSignedInAsync(site.Variables);

        await app.Client.PostJsonAsync(Path, null);
        await site.Receiver.WaitForAsync(1, cancellationToken: Token);
        site.Deliver("m2");
        var (status, json) = await app.Client.PostJsonAsync(Path, null);
        released.SetResult();

        Assert.Equal((HttpStatusCode.Accepted, "running"), (status, (string?)json["status"]));
        var requests = await site.Receiver.WaitForAsync(2, cancellationToken: Token);
        Assert.Equal("Livraison m2", (string?)requests[1].Json!["subject"]);
        app.Log.AssertNoWarnings();
    }

    [Fact]
    public async Task What_is_missing_is_named_and_nothing_is_asked_for()
    {
        await using var app = await TestApp.StartSignedInAsync(
            new Dictionary<string, string?> { ["IMAP_SERVER"] = null, ["EMAIL_PASSWORD"] = null, ["WEBHOOK_URL"] = null });

        var (status, json) = await app.Client.PostJsonAsync(Path, null);

        Assert.Equal((HttpStatusCode.ServiceUnavailable, false), (status, (bool)json["success"]!));
        Assert.All(["IMAP_SERVER", "EMAIL_PASSWORD", "WEBHOOK_URL"], name => Assert.Contains(name, (string?)json["message"], StringComparison.Ordinal));
        Assert.DoesNotContain("EMAIL_ADDRESS", (string?)json["message"], StringComparison.Ordinal);
        Assert.DoesNotContain(app.Log.Records, record => record.Id.Id == 6051);
        app.Log.AssertNoWarnings(expectedTexts: ["WEBHOOK_URL is not set"]);
    }

    [Theory]
    [InlineData("PRESENCE_TRUE_MAKE_WEBHOOK_URL")]
    [InlineData("PRESENCE_FALSE_MAKE_WEBHOOK_URL")]
    [InlineData("RECADRAGE_MAKE_WEBHOOK_URL")]
    [InlineData("AUTOREPONDEUR_MAKE_WEBHOOK_URL")]
    public async Task One_hook_of_Make_is_receiver_enough(string variable)
    {
        await using var site = await MailSite.StartAsync(Token);
        await using var app = await TestApp.StartSignedInAsync(
            new Dictionary<string, string?>(site.Variables) { ["WEBHOOK_URL"] = null, [variable] = "https://hook.example.test/x" });

        var (status, _) = await app.Client.PostJsonAsync(Path, null);

        Assert.Equal(HttpStatusCode.Accepted, status);
        await site.Imap.WaitForCommandAsync("UID SEARCH", cancellationToken: Token);
        app.Log.AssertNoWarnings(expectedTexts: ["WEBHOOK_URL is not set"]);
    }

    [Fact]
    public async Task An_application_without_a_mailbox_says_so()
    {
        await using var app = await TestApp.StartSignedInAsync(services: services => services.RemoveAll<ICycleTrigger>());

        var (status, json) = await app.Client.PostJsonAsync(Path, null);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Contains("AddImap()", (string?)json["message"], StringComparison.Ordinal);
    }
}
