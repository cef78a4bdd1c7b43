namespace RenderSignal.AspNetCore;

/// <summary>What <see cref="SignInThrottle"/> says to an attempt to sign in.</summary>
/// <param name="Wait">How long nobody may try; null: go on.</param>
/// <param name="LocksAddress">For how long it locks its address out if it fails; null: it does not.</param>
/// <param name="LocksUser">The same of its user.</param>
internal sealed record SignInAttempt(TimeSpan? Wait, TimeSpan? LocksAddress = null, TimeSpan? LocksUser = null);
