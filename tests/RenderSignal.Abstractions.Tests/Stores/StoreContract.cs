using System.Globalization;

namespace RenderSignal.Abstractions.Tests;

/// <summary>For the stores that are kept in memory and in files.</summary>
public abstract class StoreContract(StoreKind kind) : StoreContract<StoreHost>(new(kind))
{
    protected static string Hash(int number) => number.ToString("x32", CultureInfo.InvariantCulture);
}
