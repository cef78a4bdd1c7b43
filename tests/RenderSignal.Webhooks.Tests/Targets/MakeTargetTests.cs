using System.Text;
using RenderSignal.TestKit;

namespace RenderSignal.Webhooks.Tests;

public sealed class MakeTargetTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Routes => [DeliveryRoutes.Presence, DeliveryRoutes.Recadrage, DeliveryRoutes.Desabo];

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task A_mail_is_accepted_with_any_2xx_and_the_key_travels(string route)
    {
        await using var receiver = await WebhookReceiver.StartAsync(cancellationToken: Token);
        receiver.Script(new Answer(202, "Accepted"));
        await using var sending = new Sending(variables: ("MAKECOM_API_KEY", "make-key"));
        var mail = Mails.Recadrage(Mails.MakeSettings($"{receiver.Url("/h")}"));

        var outcome = await sending.DeliverAsync(route, mail);

        Assert.True(outcome.Accepted);
        var request = Assert.Single(receiver.Requests);
        Assert.Equal("Bearer make-key", request.Headers["Authorization"]);
        Assert.Equal("application/json", request.Headers["Content-Type"]);
        Assert.Equal(mail.WebhookIdFor(route), request.Headers["webhook-id"]);
        Assert.Equal(ExpectedBody(route, mail), request.Body);
        var entry = Assert.Single(outcome.Log);
        Assert.Equal(("makecom", "success", 202, 1), (entry.Type, entry.Status, entry.StatusCode, entry.Attempts));
        sending.Log.AssertNoWarnings();
    }

    [Fact]
    public async Task Without_a_key_no_authorization_travels()
    {
        await using var receiver = await WebhookReceiver.StartAsync(cancellationToken: Token);
        await using var sending = new Sending();

        await sending.DeliverAsync(DeliveryRoutes.Presence, Mails.Recadrage(Mails.MakeSettings($"{receiver.Url()}")));

        Assert.False(Assert.Single(receiver.Requests).Headers.ContainsKey("Authorization"));
    }

    [Theory]
    [InlineData(400, "QUEUE IS FULL.")]
    [InlineData(429, "slow")]
    [InlineData(500, "boom")]
    public async Task A_refusal_that_may_pass_is_tried_once_more(int status, string body)
    {
        await using var receiver = await WebhookReceiver.StartAsync(cancellationToken: Token);
        receiver.Script(new Answer(status, body));
        await using var sending = new Sending();

        var outcome = await sending.DeliverAsync(DeliveryRoutes.Desabo, Mails.Recadrage(Mails.MakeSettings($"{receiver.Url()}")));

        Assert.False(outcome.Accepted);
        Assert.Equal(2, receiver.Requests.Count);
        var entry = Assert.Single(outcome.Log);
        Assert.Equal((status, $"HTTP {status}: {body}", 2), (entry.StatusCode, entry.Error, entry.Attempts));
    }

    [Theory]
    [InlineData(400, "bad")]
    [InlineData(401, "")]
    [InlineData(404, "")]
    public async Task Other_refusals_are_not_tried_again(int status, string body)
    {
        await using var receiver = await WebhookReceiver.StartAsync(cancellationToken: Token);
        receiver.Script(new Answer(status, body));
        await using var sending = new Sending();

        var outcome = await sending.DeliverAsync(DeliveryRoutes.Desabo, Mails.Recadrage(Mails.MakeSettings($"{receiver.Url()}")));

        Assert.False(outcome.Accepted);
        Assert.Single(receiver.Requests);
    }

    [Theory]
    [InlineData(DeliveryRoutes.Presence, true, "PRESENCE_TRUE_MAKE_WEBHOOK_URL")]
    [InlineData(DeliveryRoutes.Presence, false, "PRESENCE_FALSE_MAKE_WEBHOOK_URL")]
    [InlineData(DeliveryRoutes.Recadrage, true, "RECADRAGE_MAKE_WEBHOOK_URL")]
    [InlineData(DeliveryRoutes.Desabo, true, "AUTOREPONDEUR_MAKE_WEBHOOK_URL")]
    public async Task A_hook_that_is_gone_is_named_by_its_variable(string route, bool presence, string variable)
    {
        await using var receiver = await WebhookReceiver.StartAsync(cancellationToken: Token);
        receiver.Script(new Answer(410, "gone"));
        await using var sending = new Sending();
        var settings = Mails.MakeSettings($"{receiver.Url("/token")}");
        settings = settings with { Webhooks = settings.Webhooks with { PresenceFlag = presence, PresenceFalseUrl = settings.Webhooks.PresenceTrueUrl } };

        var outcome = await sending.DeliverAsync(route, Mails.Recadrage(settings));

        Assert.Single(receiver.Requests);
        Assert.Equal(
            $"HTTP 410: the scenario's hook no longer exists; write the address of a new one into {variable}",
            Assert.Single(outcome.Log).Error);
    }

    [Fact]
    public async Task A_hook_that_is_not_set_is_named_and_nothing_is_sent()
    {
        await using var sending = new Sending();

        var outcome = await sending.DeliverAsync(DeliveryRoutes.Presence, Mails.Recadrage());

        Assert.False(outcome.Accepted);
        Assert.StartsWith("PRESENCE_FALSE_MAKE_WEBHOOK_URL is not set", Assert.Single(outcome.Log).Error);
    }

    private static string ExpectedBody(string route, DeliveryRequest mail) => Encoding.UTF8.GetString(route switch
    {
        DeliveryRoutes.Presence => PayloadJson.Write(PresencePayload.From(mail)),
        DeliveryRoutes.Recadrage => PayloadJson.Write(RecadragePayload.From(mail)),
        _ => PayloadJson.Write(DesaboPayload.From(mail)),
    });
}
