namespace RenderSignal.Dedup.Redis;

/// <summary>What came of writing a record.</summary>
internal enum LedgerWrite
{
    /// <summary>Nothing: somebody else wrote it in between.</summary>
    Overtaken = 0,

    /// <summary>It was written.</summary>
    Written = 1,

    /// <summary>It was written, as the only one: there was no ledger before.</summary>
    WrittenFirst = 2,
}
