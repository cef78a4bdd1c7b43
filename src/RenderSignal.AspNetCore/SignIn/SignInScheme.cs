using Microsoft.AspNetCore.Authorization;

namespace RenderSignal.AspNetCore;

/// <summary>The authentication scheme of RenderSignal's own sign-in.</summary>
internal static class SignInScheme
{
    public const string Name = "RenderSignal";

    /// <summary>Anybody who has signed in there.</summary>
    public static AuthorizationPolicy Policy { get; } = new AuthorizationPolicyBuilder(Name).RequireAuthenticatedUser().Build();
}
