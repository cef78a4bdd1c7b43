using RenderSignal.TestKit;

namespace RenderSignal.Webhooks.Tests;

/// <summary>Where several servers share the work, each request is asked for.</summary>
public sealed class ClaimTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_claim_is_renewed_before_each_try_for_as_long_as_it_may_take()
    {
        await using var receiver = await WebhookReceiver.StartAsync(cancellationToken: Token);
        receiver.Script(new Answer(503), Answer.Success);
        await using var sending = new Sending();
        var claim = new RecordedClaim();

        var delivery = SendAsync(sending, receiver, claim, retries: 1);
        await sending.Time.PassAsync(TimeSpan.FromSeconds(5), Token);

        Assert.True((await delivery).Accepted);
        Assert.Equal([TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(30)], claim.Renewed);
        Assert.Equal(2, receiver.Requests.Count);
    }

    [Fact]
    public async Task A_claim_that_is_refused_ends_the_send_before_its_request()
    {
        await using var receiver = await WebhookReceiver.StartAsync(cancellationToken: Token);
        await using var sending = new Sending();
        var claim = new RecordedClaim { OnRenew = () => throw new EmailClaimedException("Another server sends it.") };

        await Assert.ThrowsAsync<EmailClaimedException>(() => SendAsync(sending, receiver, claim, retries: 3));

        Assert.Empty(receiver.Requests);
    }

    [Fact]
    public async Task What_is_lost_between_claim_and_request_does_not_leave()
    {
        await using var receiver = await WebhookReceiver.StartAsync(cancellationToken: Token);
        await using var sending = new Sending();
        var claim = new RecordedClaim { IsLost = true };

        await Assert.ThrowsAsync<LeaseLostException>(() => SendAsync(sending, receiver, claim, retries: 3));

        Assert.Single(claim.Renewed);
        Assert.Empty(receiver.Requests);
    }

    private static Task<DeliveryOutcome> SendAsync(Sending sending, WebhookReceiver receiver, RecordedClaim claim, int retries)
    {
        var mail = Mails.Recadrage(Mails.SettingsFor($"{receiver.Url()}", retries, 5)) with { Claim = claim };
        return sending.DeliverAsync(DeliveryRoutes.Custom, mail);
    }
}
