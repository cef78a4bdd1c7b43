using RenderSignal.Abstractions.Tests;

namespace RenderSignal.Dedup.Redis.Tests;

public sealed class RedisLedgerListContractTests() : LedgerListContract<RedisStoreHost>(new());
