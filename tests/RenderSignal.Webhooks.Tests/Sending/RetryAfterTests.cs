using NodaTime;
using RenderSignal.TestKit;

namespace RenderSignal.Webhooks.Tests;

public sealed class RetryAfterTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("7", 2, 7)]
    [InlineData("60", 2, 60)]
    [InlineData("Thu, 05 Nov 2026 08:30:45 GMT", 2, 45)]
    [InlineData("1", 5, 5)]
    [InlineData("0", 5, 5)]
    [InlineData("Thu, 05 Nov 2026 08:00:00 GMT", 5, 5)]
    [InlineData("soon", 5, 5)]
    public async Task The_longer_of_pause_and_wish_is_waited(string wish, int pauseSeconds, int waitSeconds)
    {
        await using var receiver = await WebhookReceiver.StartAsync(cancellationToken: Token);
        receiver.Script(new Answer(503).With("Retry-After", wish), Answer.Success);
        await using var sending = new Sending();

        var delivery = sending.SendCustomAsync(Mails.SettingsFor($"{receiver.Url()}", retries: 1, pauseSeconds));
        await sending.Time.PassAsync(TimeSpan.FromSeconds(waitSeconds), Token);
        var outcome = await delivery;

        Assert.True(outcome.Accepted);
        Assert.Null(outcome.NotBefore);
        Assert.Equal(waitSeconds * 1000, Assert.Single(outcome.Log).DurationMs);
    }

    [Theory]
    [InlineData("61", 61)]
    [InlineData("3600", 3600)]
    [InlineData("Thu, 05 Nov 2026 10:30:00 GMT", 7200)]
    [InlineData("604800", 86400)]
    public async Task A_longer_wish_ends_the_send_and_is_handed_to_the_pipeline(string wish, int notBeforeSeconds)
    {
        await using var receiver = await WebhookReceiver.StartAsync(cancellationToken: Token);
        receiver.Script(new Answer(429, "slow").With("Retry-After", wish), Answer.Success);
        await using var sending = new Sending();

        var outcome = await sending.SendCustomAsync(Mails.SettingsFor($"{receiver.Url()}", retries: 3));

        Assert.False(outcome.Accepted);
        Assert.Single(receiver.Requests);
        Assert.Equal(Sending.Start + Duration.FromSeconds(notBeforeSeconds), outcome.NotBefore);
        Assert.Contains(
            $"the mail is left until {outcome.NotBefore}", Assert.Single(sending.Log.Records, record => record.Id.Id == 4001).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_short_wish_is_handed_to_the_pipeline_when_no_tries_are_left()
    {
        await using var receiver = await WebhookReceiver.StartAsync(cancellationToken: Token);
        receiver.Script(new Answer(503).With("Retry-After", "20"));
        await using var sending = new Sending();

        var outcome = await sending.SendCustomAsync(Mails.SettingsFor($"{receiver.Url()}"));

        Assert.Equal(Sending.Start + Duration.FromSeconds(20), outcome.NotBefore);
    }

    [Fact]
    public async Task The_longest_wait_can_be_chosen()
    {
        await using var receiver = await WebhookReceiver.StartAsync(cancellationToken: Token);
        receiver.Script(new Answer(503).With("Retry-After", "3"));
        await using var sending = new Sending(options => options.MaxRetryAfterWait = TimeSpan.FromSeconds(2));

        var outcome = await sending.SendCustomAsync(Mails.SettingsFor($"{receiver.Url()}", retries: 1));

        Assert.Single(receiver.Requests);
        Assert.Equal(Sending.Start + Duration.FromSeconds(3), outcome.NotBefore);
    }

    [Fact]
    public async Task A_Make_hook_is_waited_for_too()
    {
        await using var receiver = await WebhookReceiver.StartAsync(cancellationToken: Token);
        receiver.Script(new Answer(429).With("Retry-After", "9"), new Answer(200, "Accepted"));
        await using var sending = new Sending();

        var delivery = sending.DeliverAsync(DeliveryRoutes.Desabo, Mails.Recadrage(Mails.MakeSettings($"{receiver.Url()}", pauseSeconds: 2)));
        await sending.Time.PassAsync(TimeSpan.FromSeconds(9), Token);

        Assert.True((await delivery).Accepted);
    }
}
