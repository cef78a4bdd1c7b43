using RenderSignal.Abstractions.Tests;

namespace RenderSignal.Dedup.Redis.Tests;

public sealed class RedisSettingsVersionContractTests() : SettingsVersionContract<RedisStoreHost>(new());
