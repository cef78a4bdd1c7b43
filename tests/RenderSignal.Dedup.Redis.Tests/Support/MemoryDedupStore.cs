using System.Collections.Concurrent;
using NodaTime;

namespace RenderSignal.Dedup.Redis.Tests;

/// <summary>A local store, without the files.</summary>
internal sealed class MemoryDedupStore(IClock clock) : IDedupStore
{
    private readonly ConcurrentDictionary<string, bool> _emails = new();
    private readonly ConcurrentDictionary<string, Instant> _groups = new();

    public Task<bool> IsProcessedAsync(string emailId, CancellationToken cancellationToken) => Task.FromResult(_emails.ContainsKey(emailId));

    public Task MarkProcessedAsync(string emailId, CancellationToken cancellationToken)
    {
        _emails[emailId] = true;
        return Task.CompletedTask;
    }

    public Task<bool> ForgetProcessedAsync(string emailId, CancellationToken cancellationToken) => Task.FromResult(_emails.TryRemove(emailId, out _));

    public Task<bool> IsGroupProcessedAsync(string groupId, CancellationToken cancellationToken) =>
        Task.FromResult(_groups.TryGetValue(groupId, out var expiry) && expiry > clock.GetCurrentInstant());

    public Task MarkGroupProcessedAsync(string groupId, Duration? lifetime, CancellationToken cancellationToken)
    {
        _groups[groupId] = lifetime is { } limited ? clock.GetCurrentInstant() + limited : Instant.MaxValue;
        return Task.CompletedTask;
    }
}
