using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using RenderSignal.TestKit;

namespace RenderSignal.Webhooks.Tests;

public sealed class WebhooksDiagnosticsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_log_line_contains_the_path_of_an_address()
    {
        await using var receiver = await WebhookReceiver.StartAsync(cancellationToken: Token);
        receiver.Script(Answer.Success, new Answer(404, "Cannot POST /hook/secret-token"), Answer.Cut);
        await using var sending = new Sending(variables: ("MAKECOM_API_KEY", "make-key"));
        var settings = Mails.SettingsFor($"{receiver.Url("/hook/secret-token")}");

        for (var send = 0; send < 3; send++)
        {
            await sending.SendCustomAsync(settings);
        }

        Assert.Equal(3, sending.Log.Records.Count);
        Assert.All(sending.Log.Records, record =>
            Assert.DoesNotContain("secret-token", $"{record.Message} {record.Exception}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_accepted_send_is_information_and_a_failed_one_a_warning_that_says_what_is_next()
    {
        await using var receiver = await WebhookReceiver.StartAsync(cancellationToken: Token);
        receiver.Script(Answer.Success, new Answer(422, "bad"));
        await using var sending = new Sending();
        var settings = Mails.SettingsFor($"{receiver.Url("/hook")}");

        await sending.SendCustomAsync(settings);
        await sending.SendCustomAsync(settings);

        var target = $"http://127.0.0.1:{receiver.Url().Port}/***";
        var mail = Mails.Recadrage().Email;
        Assert.Equal(
            [
                (LogLevel.Information, $"'{mail.Subject}' was accepted by {target} on route custom (status 200, tries: 1, 0 ms) [{mail.Id}]"),
                (LogLevel.Warning, $"'{mail.Subject}' was not accepted by {target} on route custom: HTTP 422: bad (status 422, tries: 1, 0 ms); the mail is left for the next cycle [{mail.Id}]"),
            ],
            sending.Log.Records.Select(record => (record.Level, record.Message)));
    }

    [Fact]
    public async Task Sends_are_counted_and_measured_by_route_and_status()
    {
        await using var receiver = await WebhookReceiver.StartAsync(cancellationToken: Token);
        receiver.Script(Answer.Success, new Answer(422));
        await using var sending = new Sending();
        var meters = sending.Services.GetRequiredService<IMeterFactory>();
        using var sends = new MetricCollector<long>(meters, WebhooksDiagnostics.MeterName, WebhooksDiagnostics.SendsInstrument);
        using var durations = new MetricCollector<double>(meters, WebhooksDiagnostics.MeterName, WebhooksDiagnostics.SendDurationInstrument);

        await sending.SendCustomAsync(Mails.SettingsFor($"{receiver.Url()}"));
        await sending.SendCustomAsync(Mails.SettingsFor($"{receiver.Url()}"));

        Assert.Equal(
            [("custom", "success", 1L), ("custom", "error", 1L)],
            sends.GetMeasurementSnapshot().Select(measurement =>
                ($"{measurement.Tags[WebhooksDiagnostics.RouteTag]}", $"{measurement.Tags[WebhooksDiagnostics.StatusTag]}", measurement.Value)));
        Assert.Equal(2, durations.GetMeasurementSnapshot().Count);
    }

    [Fact]
    public async Task A_send_is_one_activity_and_no_activity_knows_the_address()
    {
        await using var receiver = await WebhookReceiver.StartAsync(cancellationToken: Token);
        receiver.Script(new Answer(500), new Answer(422, "bad"));
        await using var sending = new Sending();
        using var parent = new Activity("test").Start();
        var ended = new List<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                if (activity.TraceId == parent.TraceId)
                {
                    ended.Add(activity);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);

        await sending.SendCustomAsync(Mails.SettingsFor($"{receiver.Url("/hook/secret-token")}", retries: 1));

        var activity = Assert.Single(ended);
        Assert.Equal(WebhooksDiagnostics.ActivitySourceName, activity.Source.Name);
        Assert.Equal((ActivityStatusCode.Error, "HTTP 422: bad"), (activity.Status, activity.StatusDescription));
        Assert.Equal(2, activity.GetTagItem(WebhooksDiagnostics.AttemptsTag));
        Assert.Equal(422, activity.GetTagItem("http.response.status_code"));
    }

    [Theory]
    [InlineData(true, true, "")]
    [InlineData(true, false, "WEBHOOK_SSL_VERIFY is off")]
    [InlineData(false, true, "WEBHOOK_URL is not set")]
    public async Task What_an_operator_should_know_of_the_settings_is_a_warning_at_start(bool hasUrl, bool sslVerify, string warning)
    {
        await using var sending = new Sending();
        var settings = Mails.SettingsFor(Mails.CustomUrl, sslVerify: sslVerify);
        sending.Settings.Settings = settings with { Webhooks = settings.Webhooks with { Url = hasUrl ? settings.Webhooks.Url : null } };

        foreach (var service in sending.Services.GetServices<IHostedService>())
        {
            await service.StartAsync(Token);
        }

        var warnings = sending.Log.Records.Where(record => record.Level == LogLevel.Warning).Select(record => record.Message);
        Assert.StartsWith(warning, string.Concat(warnings), StringComparison.Ordinal);
        Assert.Equal(warning.Length > 0, warnings.Any());
    }
}
