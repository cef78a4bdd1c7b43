using System.Net.Sockets;
using System.Security.Cryptography;
using Microsoft.Extensions.Logging.Console;
using NodaTime;
using RenderSignal.TestKit;

namespace RenderSignal.Server.Demo;

/// <summary>
/// What a server without any settings runs: a mailbox and a receiver on loopback, and a mail of every kind in the first seconds.
/// All it knows lies in a folder for temporary files and is deleted at the end.
/// </summary>
internal sealed class DemoMode : IAsyncDisposable
{
    private const int PreferredPort = 5080;
    private const string EasyToType = "abcdefghjkmnpqrstuvwxyz23456789";
    private const int PasswordLength = 12;

    /// <summary>Any one of these means that somebody wants the real server.</summary>
    private static readonly string[] Variables =
        ["IMAP_SERVER", "EMAIL_ADDRESS", "EMAIL_PASSWORD", "WEBHOOK_URL", "ENABLE_BACKGROUND_TASKS", "RENDERSIGNAL_DATA", "REDIS_URL"];

    private readonly TempFolder _folder = new();
    private readonly ScriptedImapServer _mailbox;
    private readonly WebhookReceiver _receiver;

    private DemoMode(ScriptedImapServer mailbox, WebhookReceiver receiver)
    {
        _mailbox = mailbox;
        _receiver = receiver;
    }

    public static bool IsWanted(string[] args, IConfiguration configuration) =>
        !args.Contains("--once") && Variables.All(variable => string.IsNullOrWhiteSpace(configuration[variable]));

    public static async Task<DemoMode> StartAsync(WebApplicationBuilder builder)
    {
        var demo = new DemoMode(await ScriptedImapServer.StartAsync(), await WebhookReceiver.StartAsync());
        demo._receiver.Script(DemoMails.ReceiverAnswers);
        File.WriteAllText(demo._folder.File("processing_prefs.json"), DemoMails.Preferences);
        builder.Configuration.AddInMemoryCollection(demo.Settings());
        builder.WebHost.UseUrls($"http://127.0.0.1:{(IsFree(PreferredPort) ? PreferredPort : 0)}");
        builder.Logging.AddConsole(console => console.FormatterName = DemoFormatter.FormatterName)
            .AddConsoleFormatter<DemoFormatter, ConsoleFormatterOptions>()
            .AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Warning);
        builder.Services.AddSingleton(demo._mailbox).AddSingleton<DemoInvitation>().AddHostedService<DemoPostman>();
        Console.WriteLine("No settings found, so this is the demo: a mailbox and a receiver on this machine, and a mail of every kind within ten seconds.");
        Console.WriteLine("Each mail has a line that begins with what became of it: Sent, Skipped (done, not sent), Left (waits), Failed (tried again).");
        Console.WriteLine("For the real server set IMAP_SERVER, EMAIL_ADDRESS, EMAIL_PASSWORD, WEBHOOK_URL and ENABLE_BACKGROUND_TASKS=true. Ctrl+C ends it.");
        Console.WriteLine("The last line says where to look at them, and how to get in.");
        return demo;
    }

    public async ValueTask DisposeAsync()
    {
        await _mailbox.DisposeAsync();
        await _receiver.DisposeAsync();
        _folder.Dispose();
    }

    private Dictionary<string, string?> Settings()
    {
        // Active around the clock but for the hour that is farthest away: a schedule has no way to say "always".
        var hour = SystemClock.Instance.GetCurrentInstant().InZone(DateTimeZoneProviders.Tzdb["Europe/Paris"]).Hour;
        return new()
        {
            ["RENDERSIGNAL_DATA"] = _folder.FullPath,
            ["BG_POLLER_LOCK_FILE"] = _folder.File("poller.lock"),
            ["TRIGGER_PAGE_USER"] = "demo",
            ["TRIGGER_PAGE_PASSWORD"] = RandomNumberGenerator.GetString(EasyToType, PasswordLength), // another one each time, so printing it is no leak
            ["IMAP_SERVER"] = _mailbox.Host,
            ["IMAP_PORT"] = $"{_mailbox.Port}",
            ["IMAP_USE_SSL"] = "false",
            ["EMAIL_ADDRESS"] = _mailbox.User,
            ["EMAIL_PASSWORD"] = _mailbox.Password,
            ["SENDER_OF_INTEREST_FOR_POLLING"] = $"{DemoMails.Sender},{DemoMails.OtherSender}",
            ["WEBHOOK_URL"] = _receiver.Url("/hook").AbsoluteUri,
            ["PRESENCE"] = "true",
            ["PRESENCE_TRUE_MAKE_WEBHOOK_URL"] = _receiver.Url("/presence").AbsoluteUri,
            ["ENABLE_BACKGROUND_TASKS"] = "true",
            ["EMAIL_POLLING_INTERVAL_SECONDS"] = "2",
            ["POLLING_ACTIVE_DAYS"] = "0,1,2,3,4,5,6",
            ["POLLING_ACTIVE_START_HOUR"] = $"{hour}",
            ["POLLING_ACTIVE_END_HOUR"] = $"{(hour + 23) % 24}",
        };
    }

    private static bool IsFree(int port)
    {
        using var listener = new TcpListener(System.Net.IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
