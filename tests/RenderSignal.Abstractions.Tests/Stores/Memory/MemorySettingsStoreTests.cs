namespace RenderSignal.Abstractions.Tests;

public sealed class MemorySettingsStoreTests() : SettingsStoreContract(StoreKind.Memory);
