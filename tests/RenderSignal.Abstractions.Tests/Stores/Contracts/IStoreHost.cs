using NodaTime.Testing;

namespace RenderSignal.Abstractions.Tests;

/// <summary>A process with stores, empty at first.</summary>
public interface IStoreHost : IAsyncLifetime
{
    FakeClock Clock { get; }

    ILedger Ledger { get; }

    ISettingsStore SettingsStore { get; }

    ISettingsEditor Editor { get; }

    IKeyRingStore KeyRing { get; }

    /// <summary>What was logged at WARNING or above.</summary>
    IReadOnlyList<string> Warnings { get; }
}
