using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace RenderSignal.Imap;

/// <summary>Checks the server's certificate, against a CA file when one is named.</summary>
internal sealed class ServerCertificateCheck(string? caFile)
{
    /// <summary>What was wrong with the last certificate; null when it was fine.</summary>
    public string? Failure { get; private set; }

    public bool Accept(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        Failure = errors == SslPolicyErrors.None ? null : Describe(errors, chain);
        if (errors != SslPolicyErrors.RemoteCertificateChainErrors || caFile is null || certificate is null)
        {
            return Failure is null;
        }

        using var own = new X509Chain();
        own.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        own.ChainPolicy.CustomTrustStore.ImportFromPemFile(caFile);
        own.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        using var leaf = new X509Certificate2(certificate);
        Failure = own.Build(leaf) ? null : Describe(errors, own);
        return Failure is null;
    }

    private static string Describe(SslPolicyErrors errors, X509Chain? chain)
    {
        var statuses = chain?.ChainStatus.Select(status => status.StatusInformation.Trim()).Where(text => text.Length > 0) ?? [];
        return string.Join("; ", statuses.Prepend(errors.ToString()));
    }
}
