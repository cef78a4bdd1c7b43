using StackExchange.Redis;

namespace RenderSignal.Dedup.Redis;

/// <summary>The attempts to sign in that were made while Redis was away: the newest 1,000.</summary>
internal sealed class RedisSignInBacklog(TimeProvider time) : IRedisBacklog
{
    private const int Capacity = 1000;

    private readonly Lock _gate = new();
    private readonly Queue<PendingSignIn> _waiting = new();

    public bool IsEmpty
    {
        get
        {
            lock (_gate)
            {
                return _waiting.Count == 0;
            }
        }
    }

    public void AddFailure(string address, string user) => Add(new(address, user, Succeeded: false, time.GetTimestamp()));

    public void AddSuccess(string address, string user) => Add(new(address, user, Succeeded: true, time.GetTimestamp()));

    public Task CheckAsync(IDatabase database) => RedisSignInLayout.CheckAsync(database);

    public async Task WriteBackAsync(IDatabase database, Action<int> written, CancellationToken stopping)
    {
        while (Peek() is { } attempt)
        {
            stopping.ThrowIfCancellationRequested();
            var age = time.GetElapsedTime(attempt.At);
            if (attempt.Succeeded)
            {
                await RedisSignInLayout.ForgetAsync(database, attempt.Address, attempt.User);
            }
            else if (age < SignInLimits.Memory)
            {
                await RedisSignInLayout.BeginAsync(database, attempt.Address, attempt.User, age);
            }

            Remove(attempt);
            written(1);
        }
    }

    private void Add(PendingSignIn attempt)
    {
        lock (_gate)
        {
            if (_waiting.Count == Capacity)
            {
                _waiting.Dequeue();
            }

            _waiting.Enqueue(attempt);
        }
    }

    private PendingSignIn? Peek()
    {
        lock (_gate)
        {
            return _waiting.TryPeek(out var attempt) ? attempt : null;
        }
    }

    private void Remove(PendingSignIn attempt)
    {
        lock (_gate)
        {
            // It may have been pushed out meanwhile.
            if (_waiting.TryPeek(out var first) && ReferenceEquals(first, attempt))
            {
                _waiting.Dequeue();
            }
        }
    }
}
