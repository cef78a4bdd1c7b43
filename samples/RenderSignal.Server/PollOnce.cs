using System.Runtime.InteropServices;
using RenderSignal.Imap;

namespace RenderSignal.Server;

/// <summary><c>--once</c>: one cycle now, then the end, without a web server. The summary is the last line.</summary>
internal static class PollOnce
{
    public static async Task<int> RunAsync(WebApplication app)
    {
        using var stopping = new CancellationTokenSource();
        using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        try
        {
            var summary = await PollAsync(app, stopping.Token);
            Console.WriteLine(summary);
            return 0;
        }
        catch (MailboxUnavailableException exception)
        {
            await Console.Error.WriteLineAsync($"The mailbox could not be read: {exception.Message}");
            return 1;
        }

        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stopping.Cancel();
        }
    }

    private static async Task<CycleSummary> PollAsync(WebApplication app, CancellationToken stopping)
    {
        // Disposed before anything is printed: only then has the log written its last line.
        await using (app)
        {
            return await app.Services.GetRequiredService<IMailboxPoller>().PollOnceAsync(stopping);
        }
    }
}
