using System.Security.Claims;
using System.Security.Cryptography;

namespace RenderSignal.AspNetCore;

/// <summary>What tells one session of the built-in sign-in from another, kept in its ticket.</summary>
internal static class SessionId
{
    private const string Type = "rendersignal_session_id";

    public static Claim New() => new(Type, RandomNumberGenerator.GetHexString(32), ClaimValueTypes.String, SignInScheme.Name);

    /// <returns>Null: no such session, or one from before there were ids.</returns>
    public static string? Of(ClaimsPrincipal? user) => user?.FindFirst(Type)?.Value;
}
