namespace RenderSignal.Webhooks.Tests;

internal static class Mails
{
    public const string CustomUrl = "https://custom.example.test/hook/secret-token";

    public static DeliveryRequest Recadrage(RenderSignalSettings? settings = null) => new()
    {
        Email = new EmailEnvelope
        {
            Uid = new MessageUid(1, 7),
            MessageId = "<a8d12dea.0@example.test>",
            Subject = "Média Solution - Missions Recadrage - Lot 4742",
            Date = "Thu, 05 Nov 2026 09:27:00 +0100",
            From = "Équipe <Lot@Example.test>",
        },
        Content = "Bonjour\r\nà faire pour 2h07 <b>\"vite\" & bien</b>\r\nhttps://dropbox.com/s/3916e1df/f.zip\r\n\n",
        Links = [new DeliveryLink("dropbox", "https://dropbox.com/s/3916e1df/f.zip")],
        Detection = new Detection(DetectorNames.Recadrage) { DeliveryTime = "02h07" },
        WindowStart = "maintenant",
        WindowEnd = "06h00",
        Settings = settings ?? SettingsFor(CustomUrl),
    };

    public static DeliveryRequest Plain(RenderSignalSettings? settings = null) =>
        Recadrage(settings) with { Detection = null, Links = [], WindowStart = null, WindowEnd = null };

    public static RenderSignalSettings SettingsFor(string? url, int retries = 0, int pauseSeconds = 0, bool sslVerify = true) => new()
    {
        Webhooks = new WebhookSettings { Url = url, SslVerify = sslVerify },
        Preferences = new ProcessingPreferences { RetryCount = retries, RetryDelaySec = pauseSeconds },
    };

    public static RenderSignalSettings MakeSettings(string make, string? custom = null, int pauseSeconds = 0, bool mirror = true) => new()
    {
        Webhooks = new WebhookSettings
        {
            Url = custom,
            PresenceFlag = true,
            PresenceTrueUrl = make,
            RecadrageMakeUrl = make,
            DesaboMakeUrl = make,
        },
        Preferences = new ProcessingPreferences { RetryDelaySec = pauseSeconds, MirrorMediaToCustom = mirror },
    };
}
