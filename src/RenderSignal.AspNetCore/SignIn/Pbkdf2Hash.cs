using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace RenderSignal.AspNetCore;

/// <summary>
/// A password's hash as text: <c>pbkdf2-sha512:ITERATIONS:SALT:HASH</c>, salt and hash in base64url. No character of it means anything
/// to a shell.
/// </summary>
internal sealed record Pbkdf2Hash(int Iterations, byte[] Salt, byte[] Hash)
{
    /// <summary>How a value begins that is meant as a hash.</summary>
    public const string Prefix = "pbkdf2-";

    public const int MinIterations = 1_000;
    public const int MaxIterations = 10_000_000;

    /// <summary>OWASP's Password Storage Cheat Sheet for PBKDF2 with HMAC-SHA-512.</summary>
    public const int DefaultIterations = 210_000;

    private const string Algorithm = "pbkdf2-sha512";
    private const int SaltLength = 16;
    private const int HashLength = 64;

    /// <summary>NIST SP 800-132 asks for as much.</summary>
    private const int MinLength = 16;

    public static Pbkdf2Hash Create(string password, int iterations = DefaultIterations)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltLength);
        return new(iterations, salt, Derive(password, salt, iterations, HashLength));
    }

    /// <returns>Null when the text is no such hash, or one whose iterations or lengths are out of bounds.</returns>
    public static Pbkdf2Hash? TryParse(string text) =>
        text.Trim().Split(':') is [Algorithm, var iterations, var salt, var hash]
        && int.TryParse(iterations, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is >= MinIterations and <= MaxIterations
        && Decode(salt) is { } saltBytes && Decode(hash) is { Length: <= HashLength } hashBytes
            ? new(count, saltBytes, hashBytes)
            : null;

    public bool Verify(string password) => CryptographicOperations.FixedTimeEquals(Derive(password, Salt, Iterations, Hash.Length), Hash);

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Algorithm}:{Iterations}:{Base64Url.EncodeToString(Salt)}:{Base64Url.EncodeToString(Hash)}");

    private static byte[] Derive(string password, byte[] salt, int iterations, int length) =>
        Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(password), salt, iterations, HashAlgorithmName.SHA512, length);

    private static byte[]? Decode(string text)
    {
        try
        {
            return Base64Url.DecodeFromChars(text) is { Length: >= MinLength } octets ? octets : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
