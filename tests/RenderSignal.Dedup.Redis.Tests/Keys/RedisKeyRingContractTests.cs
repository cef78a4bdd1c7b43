using RenderSignal.Abstractions.Tests;

namespace RenderSignal.Dedup.Redis.Tests;

public sealed class RedisKeyRingContractTests() : KeyRingStoreContract<RedisStoreHost>(new());
