using RenderSignal.Imap;

namespace RenderSignal.Server;

/// <summary><c>--once</c>: one cycle now, then the end, without a web server.</summary>
internal static class PollOnce
{
    public static async Task<int> RunAsync(IServiceProvider services)
    {
        using var stopping = new CancellationTokenSource();
        Console.CancelKeyPress += (_, pressed) =>
        {
            pressed.Cancel = true;
            stopping.Cancel();
        };
        try
        {
            var summary = await services.GetRequiredService<IMailboxPoller>().PollOnceAsync(stopping.Token);
            Console.WriteLine(summary);
            return 0;
        }
        catch (MailboxUnavailableException exception)
        {
            await Console.Error.WriteLineAsync($"The mailbox could not be read: {exception.Message}");
            return 1;
        }
    }
}
