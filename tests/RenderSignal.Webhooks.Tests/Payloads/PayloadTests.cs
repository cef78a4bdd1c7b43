using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using RenderSignal.TestKit;

namespace RenderSignal.Webhooks.Tests;

public sealed class PayloadTests
{
    [Fact]
    public void Custom_payload_of_a_recadrage() => Verify(CustomPayload.From(Mails.Recadrage()));

    [Fact]
    public void Custom_payload_of_an_ordinary_mail_without_links() => Verify(CustomPayload.From(Mails.Plain()));

    [Fact]
    public void Mirror_payload() => Verify(MirrorPayload.From(Mails.Recadrage()));

    [Fact]
    public void Presence_payload_without_a_window() =>
        Verify(PresencePayload.From(Mails.Plain() with { Detection = new Detection(DetectorNames.Presence) }));

    [Fact]
    public void Recadrage_payload() => Verify(RecadragePayload.From(Mails.Recadrage()));

    [Fact]
    public void Desabo_payload() =>
        Verify(DesaboPayload.From(Mails.Recadrage() with { Detection = new Detection(DetectorNames.Desabo) { HasDropboxRequest = true } }));

    [Fact]
    public void The_preview_has_200_characters_and_never_half_of_one()
    {
        var content = string.Concat(Enumerable.Repeat("🎬", 150)) + new string('x', 100);

        var payload = CustomPayload.From(Mails.Plain() with { Content = content });

        Assert.Equal(string.Concat(Enumerable.Repeat("🎬", 150)) + new string('x', 50), payload.BodyPreview);
    }

    [Fact]
    public void A_preview_that_ends_in_a_pair_keeps_the_whole_pair()
    {
        var content = new string('x', 199) + "🎬🎬";

        Assert.Equal(new string('x', 199) + "🎬", CustomPayload.From(Mails.Plain() with { Content = content }).BodyPreview);
    }

    [Fact]
    public void Half_a_surrogate_pair_is_sent_as_the_replacement_character()
    {
        var body = PayloadJson.Write(CustomPayload.From(Mails.Plain() with { Content = "a\uD83Db\uDE00c" }));

        using var json = JsonDocument.Parse(body);
        Assert.Equal("a\uFFFDb\uFFFDc", json.RootElement.GetProperty("email_content").GetString());
    }

    // As on the wire, one key a line.
    private static void Verify<T>(T payload, [CallerMemberName] string method = "") =>
        Snapshot.Match(Encoding.UTF8.GetString(PayloadJson.Write(payload)).Replace(",\"", ",\n\""), member: method);
}
