using System.Text.Encodings.Web;
using System.Text.Json;
using RenderSignal.TestKit;

namespace RenderSignal.Webhooks.Tests;

public sealed class PreviewTests
{
    private static readonly JsonSerializerOptions AsSent = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Routes => [DeliveryRoutes.Custom, DeliveryRoutes.Presence, DeliveryRoutes.Recadrage, DeliveryRoutes.Desabo];

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task A_preview_is_what_is_sent_to_the_octet_and_sends_nothing(string route)
    {
        await using var receiver = await WebhookReceiver.StartAsync(cancellationToken: Token);
        await using var sending = new Sending(variables: ("MAKECOM_API_KEY", "make-key"));
        var url = $"{receiver.Url("/hook/secret-token")}";
        var mail = Mails.Recadrage(Mails.MakeSettings(url, url, mirror: false));

        var preview = sending.TargetFor(route).Preview(mail);

        Assert.NotNull(preview);
        Assert.Empty(receiver.Requests);
        await sending.DeliverAsync(route, mail);
        Assert.Equal(Assert.Single(receiver.Requests).Body, preview.Payload?.ToJsonString(AsSent));
        Assert.Equal(route == DeliveryRoutes.Custom ? "custom" : "makecom", preview.Type);
        Assert.Equal($"http://127.0.0.1:{receiver.Url().Port}/***", preview.TargetUrl);
        sending.Log.AssertNoWarnings();
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task A_preview_without_a_receiver_names_none(string route)
    {
        await using var sending = new Sending();

        var preview = sending.TargetFor(route).Preview(Mails.Recadrage(new RenderSignalSettings()));

        Assert.NotNull(preview?.Payload);
        Assert.Null(preview.TargetUrl);
    }

    [Fact]
    public async Task A_preview_hides_the_token_of_a_Make_hook_however_it_is_written()
    {
        await using var sending = new Sending();

        var preview = sending.TargetFor(DeliveryRoutes.Desabo).Preview(Mails.Recadrage(Mails.MakeSettings("tok3n@hook.eu1.make.com")));

        Assert.Equal("https://hook.eu1.make.com/***", preview?.TargetUrl);
    }
}
