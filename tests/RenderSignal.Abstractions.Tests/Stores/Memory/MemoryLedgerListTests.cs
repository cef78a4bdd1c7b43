namespace RenderSignal.Abstractions.Tests;

public sealed class MemoryLedgerListTests() : LedgerListContract<StoreHost>(new(StoreKind.Memory));
