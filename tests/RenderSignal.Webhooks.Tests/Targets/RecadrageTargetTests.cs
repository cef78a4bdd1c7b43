using System.Text;
using RenderSignal.TestKit;

namespace RenderSignal.Webhooks.Tests;

public sealed class RecadrageTargetTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_copy_follows_to_the_custom_receiver_under_its_own_id()
    {
        await using var receiver = await WebhookReceiver.StartAsync(cancellationToken: Token);
        await using var sending = new Sending(variables: ("MAKECOM_API_KEY", "make-key"));
        var mail = MailTo(receiver);

        var outcome = await sending.DeliverAsync(DeliveryRoutes.Recadrage, mail);

        Assert.True(outcome.Accepted);
        Assert.Equal(["/make", "/custom"], receiver.Requests.Select(request => request.Path));
        var copy = receiver.Requests[1];
        Assert.Equal(Encoding.UTF8.GetString(PayloadJson.Write(MirrorPayload.From(mail))), copy.Body);
        Assert.Equal(mail.WebhookIdFor(DeliveryRoutes.Mirror), copy.Headers["webhook-id"]);
        Assert.False(copy.Headers.ContainsKey("Authorization"));
        Assert.Equal(["makecom", "custom"], outcome.Log.Select(entry => entry.Type));
        sending.Log.AssertNoWarnings();
    }

    [Fact]
    public async Task A_copy_that_fails_is_a_warning_and_the_mail_is_accepted()
    {
        await using var receiver = await WebhookReceiver.StartAsync(cancellationToken: Token);
        receiver.ScriptPath("/custom", new Answer(429, "slow").With("Retry-After", "3600"));
        await using var sending = new Sending();

        var outcome = await sending.DeliverAsync(DeliveryRoutes.Recadrage, MailTo(receiver));

        Assert.True(outcome.Accepted);
        Assert.Null(outcome.NotBefore);
        Assert.Equal(["success", "error"], outcome.Log.Select(entry => entry.Status));
        var warning = Assert.Single(sending.Log.Records, record => record.Id.Id == 4001);
        Assert.Contains("its copy is not sent again", warning.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_copy_that_is_cut_short_by_the_end_of_the_process_leaves_the_mail_accepted()
    {
        await using var receiver = await WebhookReceiver.StartAsync(cancellationToken: Token);
        receiver.ScriptPath("/custom", Answer.Never);
        await using var sending = new Sending();
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(Token);

        var delivery = sending.DeliverAsync(DeliveryRoutes.Recadrage, MailTo(receiver), stopping.Token);
        await receiver.WaitForAsync(2, cancellationToken: Token);
        await stopping.CancelAsync();

        var outcome = await delivery;
        Assert.True(outcome.Accepted);
        Assert.Equal("makecom", Assert.Single(outcome.Log).Type);
        Assert.Contains(sending.Log.Records, record => record.Id.Id == 4003);
    }

    [Fact]
    public async Task A_mail_that_was_not_accepted_is_not_copied()
    {
        await using var receiver = await WebhookReceiver.StartAsync(cancellationToken: Token);
        receiver.ScriptPath("/make", new Answer(404));
        await using var sending = new Sending();

        var outcome = await sending.DeliverAsync(DeliveryRoutes.Recadrage, MailTo(receiver));

        Assert.False(outcome.Accepted);
        Assert.Equal("/make", Assert.Single(receiver.Requests).Path);
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public async Task No_copy_is_sent_when_it_is_switched_off_or_has_no_receiver(bool mirror, bool hasUrl)
    {
        await using var receiver = await WebhookReceiver.StartAsync(cancellationToken: Token);
        await using var sending = new Sending();
        var settings = Mails.MakeSettings($"{receiver.Url("/make")}", hasUrl ? $"{receiver.Url("/custom")}" : null, mirror: mirror);

        var outcome = await sending.DeliverAsync(DeliveryRoutes.Recadrage, Mails.Recadrage(settings));

        Assert.True(outcome.Accepted);
        Assert.Single(outcome.Log);
        Assert.Single(receiver.Requests);
    }

    private static DeliveryRequest MailTo(WebhookReceiver receiver) =>
        Mails.Recadrage(Mails.MakeSettings($"{receiver.Url("/make")}", $"{receiver.Url("/custom")}"));
}
