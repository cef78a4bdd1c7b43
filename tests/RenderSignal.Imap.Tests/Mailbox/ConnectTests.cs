using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using RenderSignal.TestKit;

namespace RenderSignal.Imap.Tests;

/// <summary>The ways to connect, and the ways to fail at it: each names the setting that it hangs on.</summary>
public sealed class ConnectTests(Servers servers) : IClassFixture<Servers>
{
    [Fact]
    public async Task Tls_from_the_first_byte_with_the_named_authority()
    {
        await using var bench = await OpenAsync(_ => { });
        bench.Log.AssertNoWarnings();
    }

    [Fact]
    public async Task A_certificate_that_nobody_vouches_for_is_refused() =>
        await AssertUnavailableAsync(imap => imap.CaFile = null, "is not trusted", "IMAP_CA_FILE");

    [Fact]
    public async Task A_certificate_for_another_name_is_refused()
    {
        await using var proxy = new TcpProxy(servers.Dovecot.TlsPort, "127.0.0.2");
        await AssertUnavailableAsync(imap => (imap.Host, imap.Port) = ("127.0.0.2", proxy.Port), "RemoteCertificateNameMismatch", "IMAP_SERVER");
    }

    [Fact]
    public async Task An_authority_of_somebody_else_is_of_no_use()
    {
        using var folder = new TempFolder();
        using var other = ServerCertificate.Create();
        await File.WriteAllTextAsync(folder.File("ca.pem"), other.AuthorityPem, TestContext.Current.CancellationToken);
        await AssertUnavailableAsync(imap => imap.CaFile = folder.File("ca.pem"), "is not trusted");
    }

    [Fact]
    public async Task Starttls_is_used_when_it_is_offered()
    {
        await using var bench = await OpenAsync(imap => (imap.Port, imap.Security) = (servers.Dovecot.Port, ImapSecurity.StartTlsWhenOffered));
        Assert.DoesNotContain(bench.Log.Records, record => record.Message.Contains("not trusted", StringComparison.Ordinal));
        await using var strict = await OpenAsync(imap => (imap.Port, imap.Security) = (servers.Dovecot.Port, ImapSecurity.StartTls));
    }

    [Fact]
    public async Task An_offered_starttls_on_this_machine_may_have_any_certificate()
    {
        await using var bench = await OpenAsync(
            imap => (imap.Port, imap.Security, imap.CaFile) = (servers.Dovecot.Port, ImapSecurity.StartTlsWhenOffered, null));
        var said = Assert.Single(bench.Log.Records, record => record.Message.Contains("not trusted", StringComparison.Ordinal));
        Assert.Equal(LogLevel.Information, said.Level);
    }

    [Fact]
    public async Task A_demanded_starttls_needs_a_trusted_certificate_on_this_machine_too() => await AssertUnavailableAsync(
        imap => (imap.Port, imap.Security, imap.CaFile) = (servers.Dovecot.Port, ImapSecurity.StartTls, null), "is not trusted", "IMAP_CA_FILE");

    [Fact]
    public async Task A_server_without_starttls_is_refused_when_it_is_demanded()
    {
        await using var server = await ScriptedImapServer.StartAsync(TestContext.Current.CancellationToken);
        await AssertUnavailableAsync(imap => Reach(imap, server).Security = ImapSecurity.StartTls, "does not offer STARTTLS", "IMAP_SECURITY");
    }

    [Fact]
    public async Task Plain_is_plain_even_when_starttls_is_offered()
    {
        await using var server = await ScriptedImapServer.StartAsync(TestContext.Current.CancellationToken);
        server.Capabilities += " STARTTLS";
        await using var bench = await OpenAsync(imap => Reach(imap, server).Security = ImapSecurity.None);
        Assert.DoesNotContain(server.CommandsReceived, command => command.Name == "STARTTLS");
        bench.Log.AssertNoWarnings();
    }

    [Fact]
    public async Task Tls_to_a_port_without_it_names_the_port() =>
        await AssertUnavailableAsync(imap => imap.Port = servers.Dovecot.Port, "does not speak TLS", "IMAP_PORT", "IMAP_USE_SSL");

    [Fact]
    public async Task Plain_to_a_port_with_tls_names_the_port() => await AssertUnavailableAsync(
        imap => (imap.Port, imap.Security, imap.Timeout) = (servers.Dovecot.TlsPort, ImapSecurity.None, TimeSpan.FromMilliseconds(500)),
        "did not answer within", "IMAP_PORT", "IMAP_USE_SSL");

    [Fact]
    public async Task Another_protocol_is_told_as_such() => await AssertUnavailableAsync(
        imap => (imap.Port, imap.Security, imap.Timeout) = (servers.Receiver.Url().Port, ImapSecurity.None, TimeSpan.FromSeconds(1)), "IMAP_PORT");

    [Fact]
    public async Task A_greeting_of_another_protocol_is_told_as_such()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        var port = ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
        var greeting = GreetAsync();
        await AssertUnavailableAsync(imap => (imap.Port, imap.Security) = (port, ImapSecurity.None), "does not answer like an IMAP server", "IMAP_PORT");
        await greeting;

        async Task GreetAsync()
        {
            using var client = await listener.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
            await client.GetStream().WriteAsync("220 smtp.mail.test ESMTP\r\n"u8.ToArray(), TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task A_port_without_a_server_is_told_as_such() =>
        await AssertUnavailableAsync(imap => imap.Port = FreePort.Next(), "cannot be reached", "IMAP_SERVER");

    [Fact]
    public async Task A_name_that_does_not_exist_is_told_as_such() =>
        await AssertUnavailableAsync(imap => imap.Host = "imap.nowhere.invalid", "cannot be reached", "IMAP_SERVER");

    [Fact]
    public async Task An_address_that_is_none_is_told_as_such() =>
        await AssertUnavailableAsync(imap => imap.Host = "0.0.0.0", "cannot be reached", "IMAP_SERVER");

    [Fact]
    public async Task A_mailbox_that_does_not_exist_is_told_as_such() =>
        await AssertUnavailableAsync(imap => imap.Mailbox = "Nowhere", "'Nowhere'", "IMAP_MAILBOX");

    [Fact]
    public async Task A_wrong_password_is_told_from_all_other_failures_and_not_written_out()
    {
        var exception = await Assert.ThrowsAsync<MailboxAuthenticationException>(() => OpenAsync(imap => imap.Password = "Sesame"));
        Assert.Contains("EMAIL_ADDRESS and EMAIL_PASSWORD", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Sesame", exception.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AUTHENTICATE")]
    [InlineData("SELECT")]
    public async Task A_connection_cut_while_it_is_made_is_told_as_such(string command)
    {
        await using var server = await ScriptedImapServer.StartAsync(TestContext.Current.CancellationToken);
        server.Once(command, ScriptedReply.Cut);
        await AssertUnavailableAsync(imap => Reach(imap, server), "127.0.0.1");
    }

    [Fact]
    public async Task Missing_settings_are_named_all_at_once()
    {
        await using var bench = Bench.Over(
            null, imap => imap.CaFile = "/nowhere/ca.pem", services => services.Configure<PollingOptions>(polling => polling.Enabled = true));
        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => bench.Mailbox.OpenAsync(TestContext.Current.CancellationToken));
        Assert.Equal(4, exception.Failures.Count());
        Assert.All(["IMAP_SERVER", "EMAIL_ADDRESS", "EMAIL_PASSWORD", "IMAP_CA_FILE"], name => Assert.Contains(name, exception.Message, StringComparison.Ordinal));
    }

    private static ImapOptions Reach(ImapOptions imap, ScriptedImapServer server)
    {
        (imap.Host, imap.Port, imap.User, imap.Password, imap.Security) =
            (server.Host, server.Port, server.User, server.Password, ImapSecurity.StartTlsWhenOffered);
        return imap;
    }

    private async Task AssertUnavailableAsync(Action<ImapOptions> change, params string[] texts)
    {
        var exception = await Assert.ThrowsAsync<MailboxUnavailableException>(() => OpenAsync(change));
        Assert.All(texts, text => Assert.Contains(text, exception.Message, StringComparison.Ordinal));
    }

    private async Task<Bench> OpenAsync(Action<ImapOptions> change)
    {
        var bench = Bench.Over(servers.Dovecot, imap: change);
        try
        {
            await using var session = await bench.Mailbox.OpenAsync(TestContext.Current.CancellationToken);
            return bench;
        }
        catch
        {
            await bench.DisposeAsync();
            throw;
        }
    }
}
