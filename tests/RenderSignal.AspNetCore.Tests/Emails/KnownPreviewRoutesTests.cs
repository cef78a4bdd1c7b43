using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using RenderSignal.TestKit;

namespace RenderSignal.AspNetCore.Tests;

public sealed class KnownPreviewRoutesTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_mail_that_waits_is_fetched_and_decided_anew_and_stays_unseen()
    {
        await using var bench = await ReplayBench.StartAsync(new Dictionary<string, string?> { ["WEBHOOK_SENDING_ENABLED"] = "false" });
        var uid = bench.Deliver();
        await bench.PollAsync();
        var before = (await bench.App.Client.GetJsonAsync("/api/emails")).Json.ToJsonString();

        var (status, json) = await PreviewOnlyAsync(bench);

        Assert.Equal((HttpStatusCode.OK, true, false), (status, (bool)json["success"]!, (bool)json["would_send"]!));
        Assert.Equal(("leave", "sending_disabled", "left"), ((string?)json["decision"]!["action"], (string?)json["decision"]!["reason"], (string?)json["decision"]!["status_if_applied"]));
        Assert.Equal("webhook_sending_enabled", (string?)json["steps"]!.AsArray()[^1]!["rule"]);
        Assert.Equal(("Bonjour", "achats@example.test"), ((string?)json["delivery"]!["payload"]!["subject"], (string?)json["delivery"]!["payload"]!["sender_email"]));
        Assert.EndsWith("/***", (string?)json["delivery"]!["target_url"], StringComparison.Ordinal);
        Assert.Empty(bench.Receiver.Requests);
        Assert.False(bench.Imap.IsSeen(uid));
        Assert.Equal(before, (await bench.App.Client.GetJsonAsync("/api/emails")).Json.ToJsonString());
        bench.App.Log.AssertNoWarnings();
    }

    [Fact]
    public async Task A_mail_that_was_sent_shows_the_payload_that_its_replay_sends()
    {
        await using var bench = await ReplayBench.StartAsync();
        bench.Deliver();
        await bench.PollAsync();

        var (_, json) = await PreviewOnlyAsync(bench);
        await bench.App.Client.PostJsonAsync($"/api/emails/{await bench.OnlyIdAsync()}/replay", null);

        Assert.Equal(("send", "deliver"), ((string?)json["decision"]!["action"], (string?)json["decision"]!["reason"]));
        Assert.True(JsonNode.DeepEquals(bench.Receiver.Requests[1].Json, json["delivery"]!["payload"]));
        Assert.DoesNotContain("secret-token", json.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mail_that_is_not_in_the_ledger_is_not_found()
    {
        await using var app = await TestApp.StartSignedInAsync();

        var (status, json) = await app.Client.GetJsonAsync("/api/emails/none/preview");

        Assert.Equal((HttpStatusCode.NotFound, false), (status, (bool)json["success"]!));
        app.Log.AssertNoWarnings();
    }

    [Fact]
    public async Task A_mail_that_is_not_in_the_mailbox_any_more_is_gone()
    {
        await using var bench = await ReplayBench.StartAsync();
        var uid = bench.Deliver();
        await bench.PollAsync();
        bench.Imap.Remove(uid);

        var (status, json) = await PreviewOnlyAsync(bench);

        Assert.Equal((HttpStatusCode.Gone, false), (status, (bool)json["success"]!));
        bench.App.Log.AssertNoWarnings();
    }

    [Theory]
    [InlineData("UID SEARCH")]
    [InlineData("UID FETCH")]
    public async Task A_mailbox_that_does_not_hand_the_mail_out_is_unavailable(string command)
    {
        await using var bench = await ReplayBench.StartAsync();
        bench.Deliver();
        await bench.PollAsync();
        bench.Imap.OnCommand = received => received.Name == command ? ScriptedReply.No("not now") : null;

        var (status, json) = await PreviewOnlyAsync(bench);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Contains("not now", (string?)json["message"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_mailbox_in_the_settings_the_answer_names_what_is_missing()
    {
        await using var app = await TestApp.StartSignedInAsync(new Dictionary<string, string?> { ["IMAP_SERVER"] = null });
        await app.WriteAsync(Records.Sent("a"));

        var (status, json) = await app.Client.GetJsonAsync("/api/emails/a/preview");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.StartsWith("IMAP_SERVER is not set", (string?)json["message"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_caller_is_told_when_to_come_back_while_a_cycle_takes_long()
    {
        await using var app = await TestApp.StartSignedInAsync(services: services => services.AddSingleton<IEmailPreviewer>(new OtherPreviewer(
            (_, _) => throw new EmailNotFetchedException(FetchFailure.Busy, "busy", null))));

        using var answer = await app.Client.GetAsync("/api/emails/a/preview", Token);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(15), answer.Headers.RetryAfter?.Delta);
    }

    [Fact]
    public async Task A_process_that_stops_waits_for_no_preview()
    {
        var asked = new TaskCompletionSource();
        await using var app = await TestApp.StartSignedInAsync(services: services => services.AddSingleton<IEmailPreviewer>(new OtherPreviewer(async (_, token) =>
        {
            asked.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token);
            throw new NotSupportedException();
        })));
        var preview = app.Client.GetJsonAsync("/api/emails/a/preview");
        await asked.Task.WaitAsync(Token);

        await app.Get<IHost>().StopAsync(Token).WaitAsync(TimeSpan.FromSeconds(8), TimeProvider.System, Token);

        var (status, json) = await preview;
        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.StartsWith("The process stops.", (string?)json["message"], StringComparison.Ordinal);
        app.Log.AssertNoWarnings();
    }

    private static async Task<(HttpStatusCode Status, JsonObject Json)> PreviewOnlyAsync(ReplayBench bench) =>
        await bench.App.Client.GetJsonAsync($"/api/emails/{await bench.OnlyIdAsync()}/preview");

    /// <summary>Somebody else's previewer.</summary>
    private sealed class OtherPreviewer(Func<string, CancellationToken, Task<EmailPreview>> preview) : IEmailPreviewer
    {
        public Task<EmailPreview> PreviewAsync(EmailDraft draft, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<EmailPreview> PreviewAsync(string emailId, CancellationToken cancellationToken) => preview(emailId, cancellationToken);
    }
}
