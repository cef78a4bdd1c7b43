namespace RenderSignal.Abstractions.Tests;

public sealed class MemorySendRateStoreTests() : SendRateStoreContract(StoreKind.Memory);
