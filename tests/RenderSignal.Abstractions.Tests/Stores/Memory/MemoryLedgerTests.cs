namespace RenderSignal.Abstractions.Tests;

public sealed class MemoryLedgerTests()
    : LedgerContract<StoreHost>(new(StoreKind.Memory, options => options.LedgerRecords = Capacity));
