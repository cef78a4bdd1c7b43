using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace RenderSignal.AspNetCore;

/// <summary>Who may sign in. What it takes to say no does not tell how near somebody came.</summary>
internal sealed class Credentials(IOptions<DashboardOptions> options)
{
    private const int StampLength = 32;

    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);
    private readonly Pbkdf2Hash? _hash = options.Value.Password is { } password ? Pbkdf2Hash.TryParse(password) : null;

    private readonly Lazy<string> _stamp = new(() => StampOf(options.Value.User, options.Value.Password ?? ""));

    /// <summary>Whether there is a password at all.</summary>
    public bool Exist => options.Value.Password is not null;

    public string User => options.Value.User;

    public bool Match(string user, string password) =>
        // Not &&: a wrong user takes as long as a wrong password.
        Exist & Same(user, User) & (_hash?.Verify(password) ?? Same(password, options.Value.Password ?? ""));

    /// <summary>What a session carries of user and password, so that it ends when either is another one.</summary>
    public string SessionStamp => _stamp.Value;

    public bool IsSessionStamp(string stamp) => Same(stamp, SessionStamp);

    // As slow to guess from as a password's hash, should a session and the keys be stolen together.
    private static string StampOf(string user, string password) => Convert.ToBase64String(Rfc2898DeriveBytes.Pbkdf2(
        password, Encoding.UTF8.GetBytes("RenderSignal.Session " + user), Pbkdf2Hash.DefaultIterations, HashAlgorithmName.SHA512, StampLength));

    // Over hashes, because the comparison itself would tell by its time whether the lengths are equal.
    private bool Same(string given, string expected) => CryptographicOperations.FixedTimeEquals(Digest(given), Digest(expected));

    private byte[] Digest(string text) => HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(text));
}
