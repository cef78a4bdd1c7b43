using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using RenderSignal.TestKit;
using ReceiverAnswer = RenderSignal.TestKit.Answer;

namespace RenderSignal.AspNetCore.Tests;

public sealed class ReplayRoutesTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_mail_that_was_refused_is_sent_again_with_the_same_webhook_id_and_accepted()
    {
        await using var bench = await ReplayBench.StartAsync();
        var uid = bench.Deliver();
        bench.Receiver.Script(new ReceiverAnswer(500, "boom"), ReceiverAnswer.Success);
        await bench.PollAsync();
        var id = await bench.OnlyIdAsync();
        Assert.False(bench.Imap.IsSeen(uid));

        var (status, json) = await bench.App.Client.PostJsonAsync($"/api/emails/{id}/replay", null);

        Assert.Equal((HttpStatusCode.OK, true), (status, (bool)json["success"]!));
        Assert.Equal("Sent, and accepted by route custom.", (string?)json["message"]);
        Assert.Equal(("sent", "deliver", "sent by hand"), ((string?)json["email"]!["status"], (string?)json["email"]!["reason"], (string?)json["email"]!["detail"]));
        Assert.Equal(["error", "success"], json["email"]!["deliveries"]!.AsArray().Select(delivery => (string?)delivery!["status"]));
        Assert.Equal(2, bench.Receiver.Requests.Count);
        Assert.Equal(bench.Receiver.Requests[0].Headers["webhook-id"], bench.Receiver.Requests[1].Headers["webhook-id"]);
        Assert.Equal(bench.Receiver.Requests[0].Body, bench.Receiver.Requests[1].Body);
        Assert.True(bench.Imap.IsSeen(uid));
        Assert.Equal(json["email"]!.ToJsonString(), (await bench.App.Client.GetJsonAsync($"/api/emails/{id}")).Json["email"]!.ToJsonString());
        bench.App.Log.AssertNoWarnings(expectedIds: [4001]);
    }

    [Fact]
    public async Task A_receiver_that_refuses_is_a_bad_gateway()
    {
        await using var bench = await ReplayBench.StartAsync();
        bench.Deliver();
        await bench.PollAsync();
        bench.Receiver.Script(new ReceiverAnswer(200, """{"success":false,"message":"no room"}"""));

        var (status, json) = await ReplayOnlyAsync(bench);

        Assert.Equal((HttpStatusCode.BadGateway, false), (status, (bool)json["success"]!));
        Assert.Equal("The receiver did not accept it: no room", (string?)json["message"]);
        Assert.Equal("sent", (string?)json["email"]!["status"]);
        Assert.DoesNotContain("secret-token", json.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_sending_is_switched_off_a_replay_is_a_conflict()
    {
        await using var bench = await ReplayBench.StartAsync(new Dictionary<string, string?> { ["WEBHOOK_SENDING_ENABLED"] = "false" });
        bench.Deliver();
        await bench.PollAsync();

        var (status, json) = await ReplayOnlyAsync(bench);

        Assert.Equal((HttpStatusCode.Conflict, false), (status, (bool)json["success"]!));
        Assert.Contains("webhook_sending_enabled is off", (string?)json["message"], StringComparison.Ordinal);
        Assert.Empty(bench.Receiver.Requests);
        bench.App.Log.AssertNoWarnings();
    }

    [Fact]
    public async Task A_mail_that_is_not_in_the_ledger_is_not_found()
    {
        await using var app = await TestApp.StartSignedInAsync();

        var (status, json) = await app.Client.PostJsonAsync("/api/emails/none/replay", null);

        Assert.Equal((HttpStatusCode.NotFound, false, null), (status, (bool)json["success"]!, json["email"]));
        app.Log.AssertNoWarnings();
    }

    [Fact]
    public async Task A_mail_that_is_not_in_the_mailbox_any_more_is_gone()
    {
        await using var bench = await ReplayBench.StartAsync();
        var uid = bench.Deliver();
        await bench.PollAsync();
        bench.Imap.Remove(uid);

        var (status, json) = await ReplayOnlyAsync(bench);

        Assert.Equal((HttpStatusCode.Gone, "sent"), (status, (string?)json["email"]!["status"]));
        bench.App.Log.AssertNoWarnings();
    }

    [Fact]
    public async Task A_mail_of_a_mailbox_that_was_made_anew_is_gone_and_no_other_is_sent_for_it()
    {
        await using var bench = await ReplayBench.StartAsync();
        bench.Deliver();
        await bench.PollAsync();
        bench.Imap.UidValidity = 2;
        bench.Imap.DropConnections();

        var (status, _) = await ReplayOnlyAsync(bench);

        Assert.Equal(HttpStatusCode.Gone, status);
        Assert.Single(bench.Receiver.Requests);
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

        var (status, json) = await ReplayOnlyAsync(bench);

        Assert.Equal((HttpStatusCode.ServiceUnavailable, false), (status, (bool)json["success"]!));
        Assert.Contains("not now", (string?)json["message"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_mailbox_in_the_settings_the_answer_names_what_is_missing()
    {
        await using var app = await TestApp.StartSignedInAsync(new Dictionary<string, string?> { ["IMAP_SERVER"] = null });
        await app.WriteAsync(Records.Sent("a"));

        var (status, json) = await app.Client.PostJsonAsync("/api/emails/a/replay", null);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.StartsWith("IMAP_SERVER is not set", (string?)json["message"], StringComparison.Ordinal);
        app.Log.AssertNoWarnings();
    }

    [Fact]
    public async Task A_caller_is_told_when_to_come_back_while_a_cycle_takes_long()
    {
        await using var app = await TestApp.StartSignedInAsync(
            services: services => services.AddSingleton<IEmailReplayer>(new BusyReplayer()));

        using var answer = await app.Client.PostAsync("/api/emails/a/replay", null, Token);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(15), answer.Headers.RetryAfter?.Delta);
    }

    [Fact]
    public async Task A_caller_who_leaves_does_not_cut_the_send_short()
    {
        await using var bench = await ReplayBench.StartAsync();
        bench.Deliver();
        await bench.PollAsync();
        var id = await bench.OnlyIdAsync();
        var released = new TaskCompletionSource();
        bench.Receiver.Script(ReceiverAnswer.Success.After(released.Task));
        await using var events = await EventReader.OpenAsync(bench.App.Client);
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var replay = bench.App.Client.PostAsync($"/api/emails/{id}/replay", null, leaving.Token);
        await bench.Receiver.WaitForAsync(2, cancellationToken: Token);

        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => replay);
        released.SetResult();

        Assert.Equal("delivery", (await events.NextAsync()).EventType);
        Assert.Equal(2, (await bench.App.Get<ILedger>().FindAsync(id, Token))?.Log.Count);
        bench.App.Log.AssertNoWarnings();
    }

    [Fact]
    public async Task A_replay_that_hangs_keeps_the_process_from_stopping_for_five_seconds_at_the_most()
    {
        await using var bench = await ReplayBench.StartAsync();
        bench.Deliver();
        await bench.PollAsync();
        bench.Receiver.Script(ReceiverAnswer.Never);
        var replay = ReplayOnlyAsync(bench);
        await bench.Receiver.WaitForAsync(2, cancellationToken: Token);

        await bench.App.Get<IHost>().StopAsync(Token).WaitAsync(TimeSpan.FromSeconds(8), TimeProvider.System, Token);

        var (status, json) = await replay;
        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.StartsWith("The process stops.", (string?)json["message"], StringComparison.Ordinal);
        bench.App.Log.AssertNoWarnings();
    }

    private static async Task<(HttpStatusCode Status, JsonObject Json)> ReplayOnlyAsync(ReplayBench bench) =>
        await bench.App.Client.PostJsonAsync($"/api/emails/{await bench.OnlyIdAsync()}/replay", null);

    /// <summary>Somebody else's replayer, behind a cycle that never ends.</summary>
    private sealed class BusyReplayer : IEmailReplayer
    {
        public Task<ReplayResult> ReplayAsync(string emailId, CancellationToken cancellationToken) =>
            Task.FromResult(new ReplayResult(ReplayStatus.Busy, "busy", null));
    }
}
