using NodaTime;

namespace RenderSignal.Abstractions.Tests;

public sealed class WebhookLogEntryTests
{
    [Fact]
    public void Long_texts_are_cut()
    {
        var entry = Entry() with { Error = new string('e', 201), Subject = new string('s', 101), TargetUrl = new string('u', 51) };

        Assert.Equal((new string('e', 200), new string('s', 100), new string('u', 50) + "..."), (entry.Error, entry.Subject, entry.TargetUrl));
    }

    [Fact]
    public void Texts_that_fit_stay()
    {
        var entry = Entry() with { Error = new string('e', 200), Subject = new string('s', 100), TargetUrl = new string('u', 50) };

        Assert.Equal((new string('e', 200), new string('s', 100), new string('u', 50)), (entry.Error, entry.Subject, entry.TargetUrl));
        Assert.Equal((null, null, null), (Entry().Error, Entry().Subject, Entry().TargetUrl));
    }

    [Fact]
    public void What_was_cut_once_is_not_cut_again()
    {
        var entry = Entry() with { TargetUrl = new string('u', 90) };

        Assert.Equal(entry.TargetUrl, (entry with { TargetUrl = entry.TargetUrl }).TargetUrl);
    }

    [Fact]
    public void No_cut_falls_into_the_middle_of_a_character() =>
        Assert.Equal(new string('s', 99), (Entry() with { Subject = new string('s', 99) + "😀" }).Subject);

    [Fact]
    public void The_id_of_a_send_is_made_from_mail_and_route_and_has_no_full_stop()
    {
        var mail = Mails.Envelope();
        var request = new DeliveryRequest { Email = mail, Content = "", Links = [], Settings = new RenderSignalSettings() };

        Assert.Equal($"msg_{mail.Id}_make_desabo", request.WebhookIdFor(DeliveryRoutes.Desabo));
        Assert.DoesNotContain('.', request.WebhookIdFor(DeliveryRoutes.Mirror));
    }

    private static WebhookLogEntry Entry() => new()
    {
        Timestamp = Instant.FromUtc(2026, 11, 4, 9, 0),
        Type = WebhookLogType.Custom,
        EmailId = "id",
        Status = WebhookLogStatus.Error,
    };
}
