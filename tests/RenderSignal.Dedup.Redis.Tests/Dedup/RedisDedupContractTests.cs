using RenderSignal.Abstractions.Tests;

namespace RenderSignal.Dedup.Redis.Tests;

public sealed class RedisDedupContractTests() : DedupStoreContract<RedisStoreHost>(new());
