namespace RenderSignal.Abstractions.Tests;

public sealed class MemorySendRateStoreTests() : SendRateStoreContract<StoreHost>(new(StoreKind.Memory));
