namespace RenderSignal.Chaos.Tests;

/// <summary>What one action at a time has.</summary>
internal sealed class Turn
{
    private int _isTaken;

    public bool TryTake() => Interlocked.Exchange(ref _isTaken, 1) == 0;

    public void Release() => Volatile.Write(ref _isTaken, 0);
}
