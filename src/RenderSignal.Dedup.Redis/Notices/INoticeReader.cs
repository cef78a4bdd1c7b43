namespace RenderSignal.Dedup.Redis;

/// <summary>Who does something about what other servers tell.</summary>
internal interface INoticeReader
{
    /// <summary>Another server told this. Called one after the other, in the order in which they came; returns at once.</summary>
    void Read(Notice notice);

    /// <summary>Notices are heard from now on; <paramref name="missed"/>: after a time in which they were not.</summary>
    void Begin(bool missed);
}
