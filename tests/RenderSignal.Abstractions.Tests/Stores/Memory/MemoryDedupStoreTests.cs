namespace RenderSignal.Abstractions.Tests;

public sealed class MemoryDedupStoreTests() : DedupStoreContract(StoreKind.Memory);
