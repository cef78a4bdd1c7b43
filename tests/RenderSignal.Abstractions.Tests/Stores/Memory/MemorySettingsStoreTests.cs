namespace RenderSignal.Abstractions.Tests;

public sealed class MemorySettingsStoreTests() : SettingsStoreContract<StoreHost>(new(StoreKind.Memory));
