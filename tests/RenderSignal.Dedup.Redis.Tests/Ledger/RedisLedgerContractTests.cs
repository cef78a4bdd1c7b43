using RenderSignal.Abstractions.Tests;

namespace RenderSignal.Dedup.Redis.Tests;

public sealed class RedisLedgerContractTests()
    : LedgerContract<RedisStoreHost>(new(new Dictionary<string, string?> { ["RENDERSIGNAL_LEDGER_RECORDS"] = $"{Capacity}" }));
