using System.Security.Cryptography.X509Certificates;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Security;

namespace RenderSignal.TestKit.Tests;

internal static class Client
{
    public static async Task<ImapClient> OpenAsync(
        int port, string user, string password, SecureSocketOptions security = SecureSocketOptions.None, string? caFile = null)
    {
        var client = new ImapClient { CheckCertificateRevocation = false };
        if (caFile is not null)
        {
            client.ServerCertificateValidationCallback = (_, certificate, _, _) => IsTrusted(certificate!, caFile);
        }

        await client.ConnectAsync("127.0.0.1", port, security, TestContext.Current.CancellationToken);
        await client.AuthenticateAsync(user, password, TestContext.Current.CancellationToken);
        await client.Inbox.OpenAsync(FolderAccess.ReadWrite, TestContext.Current.CancellationToken);
        return client;
    }

    private static bool IsTrusted(X509Certificate certificate, string caFile)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.ImportFromPemFile(caFile);
        return chain.Build((X509Certificate2)certificate) && ((X509Certificate2)certificate).MatchesHostname("127.0.0.1");
    }
}
