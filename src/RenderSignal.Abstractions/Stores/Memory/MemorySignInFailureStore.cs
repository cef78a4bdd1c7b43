namespace RenderSignal;

/// <summary>Failures to sign in that end with the process.</summary>
internal sealed class MemorySignInFailureStore(TimeProvider time) : ISignInFailureStore
{
    private readonly long _start = time.GetTimestamp();
    private readonly Lock _sync = new();
    private readonly FailureTable _addresses = new(SignInLimits.LongestLock);
    private readonly FailureTable _users = new(SignInLimits.FirstLock);

    public Task<SignInAttempt> BeginAsync(string address, string user)
    {
        lock (_sync)
        {
            var now = time.GetElapsedTime(_start);
            var (ofAddress, ofUser) = (_addresses.Get(address, now), _users.Get(user, now));
            var wait = Max(ofAddress.LockedUntil, ofUser.LockedUntil) - now;
            return Task.FromResult(wait > TimeSpan.Zero ? new SignInAttempt(wait) : new(Wait: null, ofAddress.Add(now), ofUser.Add(now)));
        }
    }

    public Task ForgetAsync(string address, string user)
    {
        lock (_sync)
        {
            _addresses.Forget(address);
            _users.Forget(user);
        }

        return Task.CompletedTask;
    }

    private static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
