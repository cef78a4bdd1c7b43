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
            await ListAsync(exception.Failures);
        }
        catch (AggregateException exception) when (exception.InnerExceptions.All(inner => inner is OptionsValidationException))
        {
            await ListAsync(exception.InnerExceptions.Cast<OptionsValidationException>().SelectMany(inner => inner.Failures));
        }
        catch (IOException exception) when (exception.InnerException?.InnerException is SocketException || exception.InnerException is SocketException)
        {
            await Console.Error.WriteLineAsync($"RenderSignal cannot start: {exception.Message} Choose another port with PORT or --urls.");
        }

        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"RenderSignal cannot go on: {exception.Message}");
        }

        return Failure;
    }

    private static async Task ListAsync(IEnumerable<string> failures)
    {
        await Console.Error.WriteLineAsync("RenderSignal cannot start. These settings need a hand (environment variables):");
        foreach (var failure in failures.Distinct())
        {
            await Console.Error.WriteLineAsync($"  {failure}");
        }
    }
}
