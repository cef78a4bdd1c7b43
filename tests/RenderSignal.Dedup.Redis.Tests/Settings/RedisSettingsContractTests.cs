using RenderSignal.Abstractions.Tests;

namespace RenderSignal.Dedup.Redis.Tests;

public sealed class RedisSettingsContractTests() : SettingsStoreContract<RedisStoreHost>(new());
