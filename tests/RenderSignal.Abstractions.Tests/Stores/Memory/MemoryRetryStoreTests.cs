namespace RenderSignal.Abstractions.Tests;

public sealed class MemoryRetryStoreTests() : RetryStoreContract<StoreHost>(new(StoreKind.Memory));
