using Microsoft.Extensions.Time.Testing;

namespace RenderSignal.Abstractions.Tests;

public sealed class MemorySignInFailureHost : ISignInFailureHost
{
    private readonly FakeTimeProvider _time = new();

    public MemorySignInFailureHost() => Store = new MemorySignInFailureStore(_time);

    public ISignInFailureStore Store { get; }

    public Task PassAsync(TimeSpan time)
    {
        _time.Advance(time);
        return Task.CompletedTask;
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
