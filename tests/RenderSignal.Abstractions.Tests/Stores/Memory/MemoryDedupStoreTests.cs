namespace RenderSignal.Abstractions.Tests;

public sealed class MemoryDedupStoreTests() : DedupStoreContract<StoreHost>(new(StoreKind.Memory));
