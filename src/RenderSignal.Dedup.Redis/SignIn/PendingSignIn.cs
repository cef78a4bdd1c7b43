namespace RenderSignal.Dedup.Redis;

/// <summary>An attempt to sign in that Redis was not told of.</summary>
/// <param name="Address">Where it came from.</param>
/// <param name="User">As whom.</param>
/// <param name="Succeeded">Whether its failures are to be forgotten; otherwise it counts as one.</param>
/// <param name="At">When, as <see cref="TimeProvider.GetTimestamp"/> has it.</param>
internal sealed record PendingSignIn(string Address, string User, bool Succeeded, long At);
