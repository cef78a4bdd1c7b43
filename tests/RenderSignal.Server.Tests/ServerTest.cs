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

    /// <summary>What an operator sets.</summary>
    protected Dictionary<string, string> Variables()
    {
        var variables = SampleServer.VariablesFor(Servers.Dovecot, Servers.Receiver.Url("/hook"), Data.FullPath);
        variables["ASPNETCORE_URLS"] = $"http://127.0.0.1:{Port}";
        return variables;
    }
}
