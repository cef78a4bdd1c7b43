using RenderSignal.Abstractions.Tests;

namespace RenderSignal.Dedup.Redis.Tests;

public sealed class RedisRetryContractTests() : RetryStoreContract<RedisStoreHost>(new());
