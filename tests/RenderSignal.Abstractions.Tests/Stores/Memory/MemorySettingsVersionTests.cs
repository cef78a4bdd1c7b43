namespace RenderSignal.Abstractions.Tests;

public sealed class MemorySettingsVersionTests() : SettingsVersionContract<StoreHost>(new(StoreKind.Memory));
