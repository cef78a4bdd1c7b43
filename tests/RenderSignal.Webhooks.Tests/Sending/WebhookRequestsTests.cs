using System.Security.Cryptography;
using System.Text;
using RenderSignal.TestKit;

namespace RenderSignal.Webhooks.Tests;

public sealed class WebhookRequestsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_id_stays_on_every_try_and_the_timestamp_is_that_of_the_try()
    {
        await using var receiver = await WebhookReceiver.StartAsync(cancellationToken: Token);
        receiver.Script(new Answer(500), Answer.Success);
        await using var sending = new Sending();
        var mail = Mails.Recadrage(Mails.SettingsFor($"{receiver.Url()}", retries: 1, pauseSeconds: 5));

        var delivery = sending.DeliverAsync(DeliveryRoutes.Custom, mail);
        await receiver.WaitForAsync(1, cancellationToken: Token);
        sending.Clock.AdvanceSeconds(5);
        await sending.Time.PassAsync(TimeSpan.FromSeconds(5), Token);
        await delivery;

        Assert.All(receiver.Requests, request => Assert.Equal($"msg_{mail.Email.Id}_custom", request.Headers["webhook-id"]));
        Assert.Equal(
            [$"{Sending.Start.ToUnixTimeSeconds()}", $"{Sending.Start.ToUnixTimeSeconds() + 5}"],
            receiver.Requests.Select(request => request.Headers["webhook-timestamp"]));
    }

    [Fact]
    public async Task Every_secret_signs()
    {
        await using var receiver = await WebhookReceiver.StartAsync(cancellationToken: Token);
        await using var sending = new Sending(variables: ("WEBHOOK_SIGNING_SECRETS", "whsec_bmV3IGtleQ==, old key"));

        await sending.SendCustomAsync(Mails.SettingsFor($"{receiver.Url()}"));

        var request = Assert.Single(receiver.Requests);
        var signed = Encoding.UTF8.GetBytes($"{request.Headers["webhook-id"]}.{request.Headers["webhook-timestamp"]}.{request.Body}");
        var expected = new[] { "new key", "old key" }
            .Select(key => $"v1,{Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), signed))}");
        Assert.Equal(string.Join(' ', expected), request.Headers["webhook-signature"]);
    }

    [Fact]
    public async Task Without_secrets_nothing_is_signed_and_the_sender_says_who_it_is()
    {
        await using var receiver = await WebhookReceiver.StartAsync(cancellationToken: Token);
        await using var sending = new Sending();

        await sending.SendCustomAsync(Mails.SettingsFor($"{receiver.Url()}"));

        var headers = Assert.Single(receiver.Requests).Headers;
        Assert.False(headers.ContainsKey("webhook-signature"));
        Assert.Matches(@"^RenderSignal/\d+\.\d+\.\d+[^+]*$", headers["User-Agent"]);
    }

    [Fact]
    public async Task A_user_and_a_password_in_the_address_are_sent_as_Basic_and_shown_nowhere()
    {
        await using var receiver = await WebhookReceiver.StartAsync(cancellationToken: Token);
        await using var sending = new Sending();

        await sending.SendCustomAsync(Mails.SettingsFor($"http://user:p%40ss@{receiver.Url().Authority}/hook"));

        var request = Assert.Single(receiver.Requests);
        Assert.Equal($"Basic {Convert.ToBase64String("user:p@ss"u8)}", request.Headers["Authorization"]);
        Assert.DoesNotContain(sending.Log.Records, record => record.Message.Contains("p%40ss", StringComparison.Ordinal) || record.Message.Contains("p@ss", StringComparison.Ordinal));
    }
}
