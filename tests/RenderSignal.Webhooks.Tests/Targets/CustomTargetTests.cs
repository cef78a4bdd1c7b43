using System.Text;
using RenderSignal.TestKit;

namespace RenderSignal.Webhooks.Tests;

public sealed class CustomTargetTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_mail_is_accepted_with_200_and_success_true()
    {
        await using var receiver = await WebhookReceiver.StartAsync(cancellationToken: Token);
        await using var sending = new Sending();
        var mail = Mails.Recadrage(Mails.SettingsFor($"{receiver.Url("/hook/secret-token?k=1")}"));

        var outcome = await sending.DeliverAsync(DeliveryRoutes.Custom, mail);

        Assert.True(outcome.Accepted);
        Assert.Null(outcome.NotBefore);
        var request = Assert.Single(receiver.Requests);
        Assert.Equal("POST", request.Method);
        Assert.Equal("/hook/secret-token?k=1", request.Path);
        Assert.Equal("application/json", request.Headers["Content-Type"]);
        Assert.Equal(Encoding.UTF8.GetString(PayloadJson.Write(CustomPayload.From(mail))), request.Body);
        Assert.False(request.Headers.ContainsKey("Authorization"));
        var entry = Assert.Single(outcome.Log);
        Assert.Equal(
            new WebhookLogEntry
            {
                Timestamp = Sending.Start,
                Type = "custom",
                EmailId = mail.Email.Id,
                Status = "success",
                StatusCode = 200,
                TargetUrl = $"http://127.0.0.1:{receiver.Url().Port}/***",
                Subject = mail.Email.Subject,
                Attempts = 1,
            },
            entry);
        sending.Log.AssertNoWarnings();
    }

    [Theory]
    [InlineData(200, """{"success":false,"message":"no\nroom"}""", "no room")]
    [InlineData(200, """{"success":"true"}""", "the answer is not {\"success\": true}: {\"success\":\"true\"}")]
    [InlineData(200, """{"success":1}""", "the answer is not {\"success\": true}: {\"success\":1}")]
    [InlineData(200, """[{"success":true}]""", "the answer is not {\"success\": true}: [{\"success\":true}]")]
    [InlineData(200, """{"message":"\ud83d"}""", "the answer is not {\"success\": true}: {\"message\":\"\\ud83d\"}")]
    [InlineData(200, "Accepted", "the answer is not {\"success\": true}: Accepted")]
    [InlineData(200, "", "the answer is not {\"success\": true}:")]
    [InlineData(201, """{"success":true}""", "HTTP 201: {\"success\":true}")]
    [InlineData(204, "", "HTTP 204")]
    [InlineData(400, "Queue is full", "HTTP 400: Queue is full")]
    [InlineData(401, "", "HTTP 401")]
    [InlineData(404, "Cannot POST /hook/secret-token", "HTTP 404: Cannot POST ***")]
    [InlineData(410, "gone", "HTTP 410: gone")]
    [InlineData(422, "bad", "HTTP 422: bad")]
    public async Task A_refusal_is_an_error_after_one_try(int status, string body, string error)
    {
        await using var receiver = await WebhookReceiver.StartAsync(cancellationToken: Token);
        receiver.Script(new Answer(status, body), Answer.Success);
        await using var sending = new Sending();

        var outcome = await sending.SendCustomAsync(Mails.SettingsFor($"{receiver.Url("/hook/secret-token")}", retries: 3));

        Assert.False(outcome.Accepted);
        Assert.Single(receiver.Requests);
        var entry = Assert.Single(outcome.Log);
        Assert.Equal(("error", status, error, 1), (entry.Status, entry.StatusCode, entry.Error, entry.Attempts));
    }

    [Theory]
    [InlineData(408)]
    [InlineData(425)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    [InlineData(599)]
    public async Task A_failure_that_may_pass_is_tried_again(int status)
    {
        await using var receiver = await WebhookReceiver.StartAsync(cancellationToken: Token);
        receiver.Script(new Answer(status, "later"), Answer.Success);
        await using var sending = new Sending();

        var outcome = await sending.SendCustomAsync(Mails.SettingsFor($"{receiver.Url()}", retries: 1));

        Assert.True(outcome.Accepted);
        Assert.Equal(2, Assert.Single(outcome.Log).Attempts);
        Assert.Equal(2, receiver.Requests.Count);
        sending.Log.AssertNoWarnings();
    }

    [Fact]
    public async Task Tries_end_after_the_retry_count()
    {
        await using var receiver = await WebhookReceiver.StartAsync(cancellationToken: Token);
        receiver.Script(new Answer(500, "boom"));
        await using var sending = new Sending();

        var outcome = await sending.SendCustomAsync(Mails.SettingsFor($"{receiver.Url()}", retries: 3));

        Assert.False(outcome.Accepted);
        Assert.Equal(4, receiver.Requests.Count);
        var entry = Assert.Single(outcome.Log);
        Assert.Equal(("error", 500, "HTTP 500: boom", 4), (entry.Status, entry.StatusCode, entry.Error, entry.Attempts));
    }

    [Theory]
    [InlineData(null, "WEBHOOK_URL is not set: write the receiver's https address")]
    [InlineData(" ", "WEBHOOK_URL is not set: write the receiver's https address")]
    [InlineData("http://custom.example.test/hook", "WEBHOOK_URL is no address that mails are sent to: write an https address (http only for a receiver on this machine)")]
    [InlineData("hook", "WEBHOOK_URL is no address that mails are sent to: write an https address (http only for a receiver on this machine)")]
    public async Task Nothing_is_sent_to_an_address_that_is_not_allowed(string? url, string error)
    {
        await using var sending = new Sending();

        var outcome = await sending.SendCustomAsync(Mails.SettingsFor(url));

        Assert.False(outcome.Accepted);
        var entry = Assert.Single(outcome.Log);
        Assert.Equal(("error", null, error, 0), (entry.Status, entry.StatusCode, entry.Error, entry.Attempts));
    }

    [Fact]
    public async Task The_address_is_read_on_every_delivery()
    {
        await using var first = await WebhookReceiver.StartAsync(cancellationToken: Token);
        await using var second = await WebhookReceiver.StartAsync(cancellationToken: Token);
        await using var sending = new Sending();

        await sending.SendCustomAsync(Mails.SettingsFor($"{first.Url()}"));
        await sending.SendCustomAsync(Mails.SettingsFor($"{second.Url()}"));

        Assert.Single(first.Requests);
        Assert.Single(second.Requests);
    }
}
