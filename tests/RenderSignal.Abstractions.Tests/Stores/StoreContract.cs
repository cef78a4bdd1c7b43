using System.Globalization;

namespace RenderSignal.Abstractions.Tests;

/// <summary>What every store must do, wherever it keeps its content.</summary>
public abstract class StoreContract(StoreKind kind) : IAsyncDisposable
{
    private protected StoreHost Host { get; } = new(kind, options => options.LedgerRecords = 100);

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        Assert.Empty(Host.Warnings);
        await Host.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected static string Hash(int number) => number.ToString("x32", CultureInfo.InvariantCulture);
}
