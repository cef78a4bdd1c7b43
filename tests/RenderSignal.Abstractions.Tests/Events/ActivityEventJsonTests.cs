using System.Text.Json;

namespace RenderSignal.Abstractions.Tests;

public sealed class ActivityEventJsonTests
{
    [Fact]
    public void An_event_of_a_mail_is_read_as_it_was_written()
    {
        var occurred = new ActivityEvent("1-2", ActivityEventType.Delivery) { Email = Records.Full, Delivery = Records.Full.Log[0], IsRelayed = true };

        var text = ActivityEventJson.Write(occurred);
        var read = ActivityEventJson.Read(text);

        Assert.Equal(text, ActivityEventJson.Write(read));
        Assert.Equal((occurred.Id, occurred.Type, occurred.Delivery), (read.Id, read.Type, read.Delivery));
        Assert.Equal((Records.Full.Id, Records.Full.Reason, Records.Full.Log.Count), (read.Email!.Id, read.Email.Reason, read.Email.Log.Count));
        Assert.Equal(Records.Full.DetailValues, read.Email.DetailValues);
        Assert.False(read.IsRelayed);
    }

    [Fact]
    public void An_event_of_the_settings_names_the_document_as_it_is_stored()
    {
        var occurred = new ActivityEvent("1-2", ActivityEventType.Settings) { Document = SettingsDocument.PollingConfig, Version = "3b1f0c5a9d27e846" };

        var text = ActivityEventJson.Write(occurred);

        Assert.Equal("""{"id":"1-2","type":"settings","document":"polling_config","version":"3b1f0c5a9d27e846"}""", text);
        Assert.Equal(occurred, ActivityEventJson.Read(text));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"id":"1-2","type":"unheard_of"}""")]
    [InlineData("""{"id":"1-2","type":"decision","email":{"id":"a"}}""")]
    public void What_is_no_event_is_refused(string text) => Assert.Throws<JsonException>(() => ActivityEventJson.Read(text));
}
