namespace RenderSignal.Dedup.Redis;

/// <summary>What Redis says to who asks for the lease.</summary>
/// <param name="Term">The number of the term that has begun; 0: none has.</param>
/// <param name="Wait">For how long it is not to be had.</param>
/// <param name="HolderName">Who has it; empty: nobody.</param>
internal readonly record struct LeaseAnswer(long Term, TimeSpan Wait, string HolderName)
{
    public bool IsTaken => Term > 0;
}
