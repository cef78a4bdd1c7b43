using System.Globalization;

namespace RenderSignal.Abstractions.Tests;

/// <summary>What every store must do, wherever it keeps its content. Other test projects compile this folder too.</summary>
public abstract class StoreContract<THost>(THost host) : IAsyncLifetime
    where THost : IStoreHost
{
    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    protected THost Host { get; } = host;

    /// <summary>An id of the usual form.</summary>
    protected static string Hash(int number) => number.ToString("x32", CultureInfo.InvariantCulture);

    public ValueTask InitializeAsync() => Host.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        var warnings = Host.Warnings;
        await Host.DisposeAsync();
        GC.SuppressFinalize(this);
        Assert.Empty(warnings);
    }
}
