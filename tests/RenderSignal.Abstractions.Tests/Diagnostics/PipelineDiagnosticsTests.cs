using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using Microsoft.Extensions.Logging;

namespace RenderSignal.Abstractions.Tests;

public sealed class PipelineDiagnosticsTests : IAsyncDisposable
{
    private readonly PipelineHost _host = new();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Mails_are_counted_by_what_became_of_them_and_cycles_are_timed()
    {
        using var emails = new MetricCollector<long>(_host.Meters, RenderSignalDiagnostics.MeterName, RenderSignalDiagnostics.EmailsInstrument);
        using var cycles = new MetricCollector<double>(_host.Meters, RenderSignalDiagnostics.MeterName, RenderSignalDiagnostics.CycleDurationInstrument);
        _host.Mailbox.Add(Mails.Envelope(1));
        _host.Mailbox.Add(Mails.Envelope(2, "Re: x"));
        _host.Mailbox.Add(Mails.Envelope(3));
        _host.Target.Answer = (request, _) =>
        {
            _host.Time.Advance(TimeSpan.FromSeconds(2));
            return request.Email.Uid.Uid == 3 ? throw new InvalidDataException("no") : Task.FromResult(FakeTarget.Accepted(request));
        };

        await _host.RunAsync();

        Assert.Equal(
            [("Sent", "Deliver"), ("Skipped", "Reply"), ("Failed", "UnexpectedError")],
            emails.GetMeasurementSnapshot().Select(measured =>
                ((string)measured.Tags[RenderSignalDiagnostics.StatusTag]!, (string)measured.Tags[RenderSignalDiagnostics.ReasonTag]!)));
        Assert.Equal(4.0, Assert.Single(cycles.GetMeasurementSnapshot()).Value);
    }

    [Fact]
    public async Task A_mail_is_one_line_that_says_what_came_in_and_what_was_decided()
    {
        var mail = _host.Mailbox.Add(Mails.Envelope(subject: Mails.RecadrageSubject), Mails.RecadrageBody);

        await _host.RunAsync();

        Assert.Equal(
            $"Sent: 'Média Solution - Missions Recadrage - Lot 7' from achats@example.test, recadrage: accepted by route custom [{mail.Id}]",
            Assert.Single(_host.MessagesAt(LogLevel.Information)));
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\u001b[2J")]
    [InlineData("\u0085")]
    [InlineData("\u2028")]
    [InlineData("\u2029")]
    public async Task Neither_subject_nor_sender_nor_reason_forges_a_line(string forged)
    {
        _host.Mailbox.Add(Mails.Envelope(1, $"Bonjour{forged}info: all is well", $"<a{forged}@example.test>"));
        _host.Mailbox.Add(Mails.Envelope(2));
        _host.Mailbox.Unreadable.Add(new UnreadableEmail(new MessageUid(1, 3), $"NO{forged}info: all is well"));
        _host.Target.Answer = (request, _) => Task.FromResult(FakeTarget.Refused(request, $"HTTP 500{forged}info: all is well"));

        await _host.RunAsync();
        _host.Target.Answer = (_, _) => throw new InvalidDataException($"no{forged}info: all is well");
        await _host.RunAsync();
        await _host.Dedup.MarkProcessedAsync(Mails.Envelope(1, $"Bonjour{forged}info: all is well").Id, TestContext.Current.CancellationToken);
        _host.Clock.AdvanceMinutes(1);
        await _host.RunAsync();

        Assert.DoesNotContain(_host.Log.Records, record => record.Message.Contains(forged, StringComparison.Ordinal));
        Assert.Contains(_host.Log.Records, record => record.Id.Id == 1008);
    }

    [Fact]
    public async Task A_long_subject_is_cut_in_the_log_between_two_characters()
    {
        _host.Mailbox.Add(Mails.Envelope(subject: new string('x', 119) + "😀" + new string('y', 10_000)));

        await _host.RunAsync();

        Assert.Contains($"'{new string('x', 119)}…'", Assert.Single(_host.MessagesAt(LogLevel.Information)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_receiver_or_hook_that_is_not_set_is_a_warning_that_comes_once()
    {
        _host.Settings = _host.Settings with { Webhooks = new WebhookSettings() };
        var mail = _host.Mailbox.Add(Mails.Envelope());

        await _host.RunAsync();
        await _host.RunAsync();

        Assert.Equal($"Mail {mail.Id} is not sent: WEBHOOK_URL is not set", Assert.Single(_host.MessagesAt(LogLevel.Warning)));
    }

    [Fact]
    public void Every_reason_has_words_of_its_own()
    {
        var words = Enum.GetValues<DecisionReason>().Select(reason => ReasonText.For(new Decision(EmailAction.Leave, reason))).ToList();

        Assert.Equal(words.Count, words.Distinct().Count());
        Assert.Equal("no delivery link (why)", ReasonText.For(new Decision(EmailAction.Leave, DecisionReason.NoDeliveryLink) { Detail = "why" }));
    }
}
