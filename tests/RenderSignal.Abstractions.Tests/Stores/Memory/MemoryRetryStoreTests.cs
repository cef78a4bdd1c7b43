namespace RenderSignal.Abstractions.Tests;

public sealed class MemoryRetryStoreTests() : RetryStoreContract(StoreKind.Memory);
