using RenderSignal.Abstractions.Tests;

namespace RenderSignal.Dedup.Redis.Tests;

public sealed class RedisSendRateContractTests() : SendRateStoreContract<RedisStoreHost>(new());
