using RenderSignal.TestKit;

namespace RenderSignal.Webhooks.Tests;

public sealed class WebhookSenderTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_receiver_that_does_not_answer_is_given_up_and_tried_again()
    {
        await using var receiver = await WebhookReceiver.StartAsync(cancellationToken: Token);
        receiver.Script(Answer.Never, Answer.Success);
        await using var sending = new Sending();

        var delivery = sending.SendCustomAsync(WithTimeout(receiver.Url(), seconds: 7, retries: 1));
        await receiver.WaitForAsync(1, cancellationToken: Token);
        await sending.Time.PassAsync(TimeSpan.FromSeconds(7), Token);
        var outcome = await delivery;

        Assert.True(outcome.Accepted);
        Assert.Equal(2, Assert.Single(outcome.Log).Attempts);
    }

    [Fact]
    public async Task A_time_out_on_the_last_try_is_an_error_without_a_status()
    {
        await using var receiver = await WebhookReceiver.StartAsync(cancellationToken: Token);
        receiver.Script(Answer.Never);
        await using var sending = new Sending();

        var delivery = sending.SendCustomAsync(WithTimeout(receiver.Url(), seconds: 7, retries: 0));
        await receiver.WaitForAsync(1, cancellationToken: Token);
        await sending.Time.PassAsync(TimeSpan.FromSeconds(7), Token);
        var outcome = await delivery;

        Assert.False(outcome.Accepted);
        var entry = Assert.Single(outcome.Log);
        Assert.Equal(("error", null, "no answer within 7 s", 1, 7000L), (entry.Status, entry.StatusCode, entry.Error, entry.Attempts, entry.DurationMs));
    }

    [Fact]
    public async Task A_Make_hook_has_30_seconds_and_two_tries()
    {
        await using var receiver = await WebhookReceiver.StartAsync(cancellationToken: Token);
        receiver.Script(Answer.Never);
        await using var sending = new Sending();

        var delivery = sending.DeliverAsync(DeliveryRoutes.Desabo, Mails.Recadrage(Mails.MakeSettings($"{receiver.Url()}")));
        for (var request = 1; request <= 2; request++)
        {
            await receiver.WaitForAsync(request, cancellationToken: Token);
            await sending.Time.PassAsync(TimeSpan.FromSeconds(30), Token);
        }

        var entry = Assert.Single((await delivery).Log);
        Assert.Equal(("no answer within 30 s", 2), (entry.Error, entry.Attempts));
    }

    [Fact]
    public async Task The_pause_between_tries_is_the_settings()
    {
        await using var receiver = await WebhookReceiver.StartAsync(cancellationToken: Token);
        receiver.Script(new Answer(500), Answer.Cut, Answer.Success);
        await using var sending = new Sending();

        var delivery = sending.SendCustomAsync(Mails.SettingsFor($"{receiver.Url()}", retries: 2, pauseSeconds: 11));
        await sending.Time.PassAsync(TimeSpan.FromSeconds(11), Token);
        await sending.Time.PassAsync(TimeSpan.FromSeconds(11), Token);

        var entry = Assert.Single((await delivery).Log);
        Assert.Equal(("success", 3, 22_000L), (entry.Status, entry.Attempts, entry.DurationMs));
    }

    [Fact]
    public async Task A_refused_connection_is_tried_again_and_logged_without_a_status()
    {
        await using var receiver = await WebhookReceiver.StartAsync(cancellationToken: Token);
        await receiver.StopAsync();
        await using var sending = new Sending();

        var outcome = await sending.SendCustomAsync(Mails.SettingsFor($"{receiver.Url("/secret-token")}", retries: 2));

        Assert.False(outcome.Accepted);
        Assert.Null(outcome.NotBefore);
        var entry = Assert.Single(outcome.Log);
        Assert.Equal(("error", null, 3), (entry.Status, entry.StatusCode, entry.Attempts));
        Assert.Equal("no answer: Connection refused", entry.Error);
    }

    [Theory]
    [InlineData(301)]
    [InlineData(307)]
    public async Task Redirects_are_not_followed(int status)
    {
        await using var receiver = await WebhookReceiver.StartAsync(cancellationToken: Token);
        receiver.Script(new Answer(status).With("Location", "/elsewhere"));
        await using var sending = new Sending();

        var outcome = await sending.SendCustomAsync(Mails.SettingsFor($"{receiver.Url("/hook")}", retries: 2));

        Assert.Equal("/hook", Assert.Single(receiver.Requests).Path);
        Assert.Equal(
            $"HTTP {status}: redirects are not followed; write the receiver's own address into WEBHOOK_URL", Assert.Single(outcome.Log).Error);
    }

    [Fact]
    public async Task No_more_than_64_KB_of_an_answer_are_read()
    {
        await using var receiver = await WebhookReceiver.StartAsync(cancellationToken: Token);
        receiver.Script(new Answer(200, $$"""{"success":true,"padding":"{{new string('x', 30_000_000)}}"}"""));
        await using var sending = new Sending();

        var outcome = await sending.SendCustomAsync(Mails.SettingsFor($"{receiver.Url()}"));

        Assert.False(outcome.Accepted);
        Assert.Equal(200, Assert.Single(outcome.Log).Error?.Length);
    }

    [Fact]
    public async Task Cancelling_ends_the_send_with_an_exception_and_without_a_log_entry()
    {
        await using var receiver = await WebhookReceiver.StartAsync(cancellationToken: Token);
        receiver.Script(Answer.Never);
        await using var sending = new Sending();
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(Token);

        var delivery = sending.SendCustomAsync(Mails.SettingsFor($"{receiver.Url()}", retries: 3), cancellation.Token);
        await receiver.WaitForAsync(1, cancellationToken: Token);
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => delivery);
        Assert.Single(receiver.Requests);
        sending.Log.AssertNoWarnings();
    }

    [Fact]
    public async Task Cancelling_ends_a_pause_too()
    {
        await using var receiver = await WebhookReceiver.StartAsync(cancellationToken: Token);
        receiver.Script(new Answer(500));
        await using var sending = new Sending();
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(Token);

        var delivery = sending.SendCustomAsync(Mails.SettingsFor($"{receiver.Url()}", retries: 3, pauseSeconds: 600), cancellation.Token);
        await receiver.WaitForAsync(1, cancellationToken: Token);
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => delivery);
    }

    [Fact]
    public async Task A_certificate_that_is_not_trusted_ends_the_send()
    {
        await using var receiver = await WebhookReceiver.StartAsync(https: true, Token);
        await using var sending = new Sending();

        var outcome = await sending.SendCustomAsync(Mails.SettingsFor($"{receiver.Url()}"));

        Assert.False(outcome.Accepted);
        Assert.Empty(receiver.Requests);
        Assert.StartsWith("no secure connection: ", Assert.Single(outcome.Log).Error);
    }

    [Fact]
    public async Task Any_certificate_will_do_while_the_check_is_off_and_only_then()
    {
        await using var receiver = await WebhookReceiver.StartAsync(https: true, Token);
        await using var sending = new Sending();

        var unchecked_ = await sending.SendCustomAsync(Mails.SettingsFor($"{receiver.Url()}", sslVerify: false));
        var checked_ = await sending.SendCustomAsync(Mails.SettingsFor($"{receiver.Url()}"));

        Assert.True(unchecked_.Accepted);
        Assert.False(checked_.Accepted);
        Assert.Single(receiver.Requests);
    }

    private static RenderSignalSettings WithTimeout(Uri url, int seconds, int retries)
    {
        var settings = Mails.SettingsFor($"{url}", retries);
        return settings with { Preferences = settings.Preferences with { WebhookTimeoutSec = seconds } };
    }
}
