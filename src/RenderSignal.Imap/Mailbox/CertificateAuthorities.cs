using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace RenderSignal.Imap;

/// <summary>Reads the file that <c>IMAP_CA_FILE</c> names.</summary>
internal static class CertificateAuthorities
{
    /// <exception cref="InvalidDataException">The file cannot be read or holds no certificate; the message names the setting.</exception>
    public static X509Certificate2Collection Load(string caFile)
    {
        var authorities = new X509Certificate2Collection();
        try
        {
            authorities.ImportFromPemFile(caFile);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new InvalidDataException($"IMAP_CA_FILE names '{caFile}', which cannot be read: {exception.Message} {Remedy}", exception);
        }

        return authorities.Count > 0 ? authorities : throw new InvalidDataException($"IMAP_CA_FILE names '{caFile}', which holds no certificate. {Remedy}");
    }

    private const string Remedy = "Write the path of a PEM file, or unset it to trust the system's authorities.";
}
