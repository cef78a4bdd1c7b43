using NodaTime;

namespace RenderSignal.Abstractions.Tests;

public sealed class DeliveryOutcomeTests
{
    [Fact]
    public void The_last_send_says_why_a_mail_was_not_accepted()
    {
        Assert.Equal("second", new DeliveryOutcome(false, [Entry("first"), Entry("second")]).Error);
        Assert.Null(new DeliveryOutcome(false, [Entry("first"), Entry(null)]).Error);
        Assert.Null(new DeliveryOutcome(false, []).Error);
    }

    [Fact]
    public void An_accepted_mail_has_no_error_whatever_became_of_its_copy() =>
        Assert.Null(new DeliveryOutcome(true, [Entry(null), Entry("no room for the copy")]).Error);

    private static WebhookLogEntry Entry(string? error) => new()
    {
        Timestamp = Instant.FromUtc(2026, 11, 4, 9, 0),
        Type = WebhookLogType.Custom,
        EmailId = "mail",
        Status = error is null ? WebhookLogStatus.Success : WebhookLogStatus.Error,
        Error = error,
        Attempts = 1,
    };
}
