using System.Net.Sockets;
using Microsoft.Extensions.Options;

namespace RenderSignal.Server;

/// <summary>Turns what an operator can mend into lines on the console instead of a stack trace.</summary>
internal static class StartFailure
{
    private const int Failure = 1;

    public static async Task<int> ExplainAsync(Func<Task<int>> run)
    {
        try
        {
            return await run();
        }
        catch (OptionsValidationException exception)
        {
            await Console.Error.WriteLineAsync("RenderSignal cannot start. These settings need a hand (environment variables):");
            foreach (var failure in exception.Failures)
            {
                await Console.Error.WriteLineAsync($"  {failure}");
            }
        }
        catch (IOException exception) when (exception.InnerException?.InnerException is SocketException || exception.InnerException is SocketException)
        {
            await Console.Error.WriteLineAsync($"RenderSignal cannot start: {exception.Message} Choose another port with PORT or --urls.");
        }

        return Failure;
    }
}
