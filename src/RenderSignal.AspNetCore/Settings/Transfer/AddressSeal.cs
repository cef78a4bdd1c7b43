using System.Security.Cryptography;
using System.Text;

namespace RenderSignal.AspNetCore;

/// <summary>
/// Seals webhook addresses with a passphrase, so that a file may hold them: AES-256-GCM under a key that PBKDF2 with HMAC-SHA-256 makes of
/// the passphrase. In base64: one octet of layout (1), salt (16), nonce (12), tag (16), the address. The field's name is part of what the
/// tag covers, so that no address can be moved to another field. Not safe for concurrent use.
/// </summary>
internal sealed class AddressSeal(string passphrase)
{
    /// <summary>OWASP's Password Storage Cheat Sheet for PBKDF2 with HMAC-SHA-256. Fixed: no file says how much work it costs to open it.</summary>
    public const int Iterations = 600_000;

    private const byte Layout = 1;
    private const int SaltLength = 16;
    private const int NonceLength = 12;
    private const int TagLength = 16;
    private const int KeyLength = 32;
    private const int HeaderLength = 1 + SaltLength + NonceLength + TagLength;

    // One composed form: what looks the same when it is typed on another machine is the same.
    private readonly byte[] _passphrase = Encoding.UTF8.GetBytes(passphrase.Normalize(NormalizationForm.FormC));
    private readonly byte[] _salt = RandomNumberGenerator.GetBytes(SaltLength);
    private readonly Dictionary<string, byte[]> _keys = [];

    public string Seal(string field, string address)
    {
        var text = Encoding.UTF8.GetBytes(address);
        var octets = new byte[HeaderLength + text.Length];
        octets[0] = Layout;
        var parts = Parts.Of(octets);
        _salt.CopyTo(parts.Salt);
        RandomNumberGenerator.Fill(parts.Nonce);
        using var aes = new AesGcm(KeyFor(parts.Salt), TagLength);
        aes.Encrypt(parts.Nonce, text, parts.Text, parts.Tag, Encoding.UTF8.GetBytes(field));
        return Convert.ToBase64String(octets);
    }

    /// <returns>The address; null when the passphrase is another one, or what is sealed was altered.</returns>
    /// <exception cref="FormatException">It is nothing that was sealed here.</exception>
    public string? Open(string field, string sealedText)
    {
        var octets = Convert.FromBase64String(sealedText);
        if (octets.Length <= HeaderLength || octets[0] != Layout)
        {
            throw new FormatException("It has another layout.");
        }

        var parts = Parts.Of(octets);
        var text = new byte[parts.Text.Length];
        using var aes = new AesGcm(KeyFor(parts.Salt), TagLength);
        try
        {
            aes.Decrypt(parts.Nonce, parts.Text, parts.Tag, text, Encoding.UTF8.GetBytes(field));
            return Encoding.UTF8.GetString(text);
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }

    // All addresses of a file have one salt: the key is made once.
    private byte[] KeyFor(ReadOnlySpan<byte> salt)
    {
        var name = Convert.ToHexString(salt);
        if (!_keys.TryGetValue(name, out var key))
        {
            key = Rfc2898DeriveBytes.Pbkdf2(_passphrase, salt, Iterations, HashAlgorithmName.SHA256, KeyLength);
            _keys.Add(name, key);
        }

        return key;
    }

    private readonly ref struct Parts
    {
        public Span<byte> Salt { get; private init; }

        public Span<byte> Nonce { get; private init; }

        public Span<byte> Tag { get; private init; }

        public Span<byte> Text { get; private init; }

        public static Parts Of(Span<byte> octets) => new()
        {
            Salt = octets.Slice(1, SaltLength),
            Nonce = octets.Slice(1 + SaltLength, NonceLength),
            Tag = octets.Slice(1 + SaltLength + NonceLength, TagLength),
            Text = octets[HeaderLength..],
        };
    }
}
