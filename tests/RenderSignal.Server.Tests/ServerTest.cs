using RenderSignal.TestKit;

namespace RenderSignal.Server.Tests;

/// <summary>A test of the sample server over a real mailbox and a real receiver, in a data folder and on a port of its own.</summary>
public abstract class ServerTest(MailServers servers) : IClassFixture<MailServers>, IAsyncLifetime
{
    protected MailServers Servers => servers;

    protected TempFolder Data { get; } = new();

    protected int Port { get; } = FreePort.Next();

    public async ValueTask InitializeAsync()
    {
        await servers.Dovecot.ClearAsync(TestContext.Current.CancellationToken);
        servers.Receiver.Script(Answer.Success);
        servers.Receiver.Forget();
    }

    public ValueTask DisposeAsync()
    {
        Data.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    protected Task<uint> DeliverAsync(string from, string subject, string body) => Servers.Dovecot.DeliverAsync(
        $"""
        Message-ID: <{Guid.NewGuid():N}@example.test>
        Date: Thu, 05 Nov 2026 09:27:00 +0100
        From: {from}
        To: inbox@mail.test
        Subject: {subject}
        Content-Type: text/plain; charset=utf-8
        Content-Transfer-Encoding: 8bit

        {body}

        """,
        TestContext.Current.CancellationToken);

    /// <summary>What an operator sets; active around the clock but for the hour before now.</summary>
    protected Dictionary<string, string> Variables()
    {
        var hour = NodaTime.SystemClock.Instance.GetCurrentInstant().InUtc().Hour;
        return new()
        {
            ["IMAP_SERVER"] = Servers.Dovecot.Host,
            ["IMAP_PORT"] = $"{Servers.Dovecot.TlsPort}",
            ["IMAP_CA_FILE"] = Servers.Dovecot.CaFile,
            ["EMAIL_ADDRESS"] = Servers.Dovecot.User,
            ["EMAIL_PASSWORD"] = Servers.Dovecot.Password,
            ["WEBHOOK_URL"] = Servers.Receiver.Url("/hook").AbsoluteUri,
            ["ENABLE_BACKGROUND_TASKS"] = "true",
            ["EMAIL_POLLING_INTERVAL_SECONDS"] = "1",
            ["POLLING_TIMEZONE"] = "UTC",
            ["POLLING_ACTIVE_DAYS"] = "0,1,2,3,4,5,6",
            ["POLLING_ACTIVE_START_HOUR"] = $"{hour}",
            ["POLLING_ACTIVE_END_HOUR"] = $"{(hour + 23) % 24}",
            ["RENDERSIGNAL_DATA"] = Data.FullPath,
            ["ASPNETCORE_URLS"] = $"http://127.0.0.1:{Port}",
        };
    }
}
