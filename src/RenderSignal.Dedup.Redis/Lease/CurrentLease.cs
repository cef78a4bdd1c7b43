namespace RenderSignal.Dedup.Redis;

/// <summary>The lease that this process holds, or held when its poll cycle began.</summary>
internal sealed class CurrentLease
{
    private LeaseTerm? _term;

    /// <summary>Null: none. One that was lost stays until its holder has let go of it: what it began may still be at work.</summary>
    public LeaseTerm? Term => Volatile.Read(ref _term);

    /// <returns>Whether there was none.</returns>
    public bool TryBegin(LeaseTerm term) => Interlocked.CompareExchange(ref _term, term, null) is null;

    public void End(LeaseTerm term) => Interlocked.CompareExchange(ref _term, null, term);
}
