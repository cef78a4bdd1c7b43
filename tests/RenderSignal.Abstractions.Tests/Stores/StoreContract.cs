namespace RenderSignal.Abstractions.Tests;

/// <summary>For the stores that are kept in memory and in files.</summary>
public abstract class StoreContract(StoreKind kind) : StoreContract<StoreHost>(new(kind));
