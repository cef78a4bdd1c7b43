using RenderSignal.TestKit;

namespace RenderSignal.Dashboard.Tests;

/// <summary>What all tests share: one browser process and one Dovecot. Each test has a site, a mailbox and pages of its own.</summary>
public sealed class Bench : IAsyncLifetime
{
    internal ChromiumProcess Chromium { get; private set; } = null!;

    internal DovecotServer Dovecot { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Artifacts.ForgetFailures();
        Dovecot = await DovecotServer.StartAsync(TestContext.Current.CancellationToken);
        Chromium = await ChromiumProcess.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Chromium.DisposeAsync();
        await Dovecot.DisposeAsync();
    }
}
