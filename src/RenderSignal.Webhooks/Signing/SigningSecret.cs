using System.Security.Cryptography;
using System.Text;

namespace RenderSignal.Webhooks;

/// <summary>A secret as Standard Webhooks writes it: <c>whsec_</c> and base64; any other text counts as its UTF-8 octets.</summary>
internal sealed class SigningSecret
{
    public const string Prefix = "whsec_";

    private readonly byte[] _key;

    private SigningSecret(byte[] key) => _key = key;

    /// <summary>The secret, or null when the text holds no key.</summary>
    public static SigningSecret? TryParse(string text)
    {
        if (!text.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return text.Length > 0 ? new(Encoding.UTF8.GetBytes(text)) : null;
        }

        var base64 = text.AsSpan(Prefix.Length);
        var key = new byte[base64.Length];
        return Convert.TryFromBase64Chars(base64, key, out var length) && length > 0 ? new(key[..length]) : null;
    }

    /// <summary>One signature: <c>v1,</c> and the base64 of HMAC-SHA256 over <c>id.timestamp.body</c>.</summary>
    public string Sign(string id, long timestamp, ReadOnlySpan<byte> body)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _key);
        hmac.AppendData(Encoding.UTF8.GetBytes($"{id}.{timestamp}."));
        hmac.AppendData(body);
        return $"v1,{Convert.ToBase64String(hmac.GetHashAndReset())}";
    }
}
