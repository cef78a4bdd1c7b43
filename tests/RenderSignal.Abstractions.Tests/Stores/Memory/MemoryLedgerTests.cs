namespace RenderSignal.Abstractions.Tests;

public sealed class MemoryLedgerTests() : LedgerContract(StoreKind.Memory);
