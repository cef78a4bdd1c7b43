namespace RenderSignal.AspNetCore;

/// <summary>What <see cref="SignInThrottle"/> says to an attempt to sign in.</summary>
/// <param name="Wait">How long nobody may try; null: go on.</param>
/// <param name="Locks">For how long it locks those after it out if it fails; null: it does not.</param>
internal sealed record SignInAttempt(TimeSpan? Wait, TimeSpan? Locks);
