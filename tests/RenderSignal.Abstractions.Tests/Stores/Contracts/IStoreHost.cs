using NodaTime;
using NodaTime.Testing;

namespace RenderSignal.Abstractions.Tests;

/// <summary>A process with stores, empty at first.</summary>
public interface IStoreHost : IAsyncLifetime
{
    FakeClock Clock { get; }

    ILedger Ledger { get; }

    IDedupStore Dedup { get; }

    ISendRateStore SendRate { get; }

    IRetryStore Retries { get; }

    ISettingsStore SettingsStore { get; }

    ISettingsEditor Editor { get; }

    IKeyRingStore KeyRing { get; }

    /// <summary>What was logged at WARNING or above.</summary>
    IReadOnlyList<string> Warnings { get; }

    /// <summary>Lets time pass for the stores, wherever they keep it.</summary>
    Task AdvanceAsync(Duration time);
}
