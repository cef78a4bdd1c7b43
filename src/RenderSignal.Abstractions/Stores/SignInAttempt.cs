namespace RenderSignal;

/// <summary>What <see cref="ISignInFailureStore"/> says to an attempt to sign in.</summary>
/// <param name="Wait">How long nobody may try; null: go on.</param>
/// <param name="LocksAddress">For how long it locks its address out if it fails; null: it does not.</param>
/// <param name="LocksUser">The same of its user.</param>
public sealed record SignInAttempt(TimeSpan? Wait, TimeSpan? LocksAddress = null, TimeSpan? LocksUser = null);
