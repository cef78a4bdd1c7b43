namespace RenderSignal.Abstractions.Tests;

public sealed class MemoryKeyRingStoreTests() : KeyRingStoreContract<StoreHost>(new(StoreKind.Memory));
