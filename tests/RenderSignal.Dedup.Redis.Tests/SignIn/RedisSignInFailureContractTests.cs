using RenderSignal.Abstractions.Tests;

namespace RenderSignal.Dedup.Redis.Tests;

public sealed class RedisSignInFailureContractTests() : SignInFailureStoreContract<RedisSignInFailureHost>(new());
