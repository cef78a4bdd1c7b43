using System.Collections.Concurrent;

namespace RenderSignal.Dashboard.Tests;

/// <summary>What goes wrong in the pages of a context.</summary>
internal sealed class PageProblems
{
    // What a page itself gave up, or lost by going elsewhere.
    private const string Aborted = "net::ERR_ABORTED";

    private readonly ConcurrentQueue<string> _errors = new();
    private readonly ConcurrentQueue<string> _faults = new();

    public PageProblems(IBrowserContext context)
    {
        context.WebError += (_, error) => _faults.Enqueue($"uncaught on {error.Page?.Url}: {error.Error}");
        context.Console += (_, message) => Add(message);
        context.RequestFailed += (_, request) => Add(request, request.Failure);
        context.Response += (_, response) => Add(response.Request, response.Status >= 400 ? $"{response.Status}" : null);
        context.Page += (_, page) => page.Crash += (_, _) => _faults.Enqueue($"{page.Url} crashed");
    }

    /// <summary>Uncaught exceptions, violations of the Content-Security-Policy, and whatever else contains none of the allowed texts.</summary>
    public IEnumerable<string> Except(IReadOnlyCollection<string> allowed) =>
        _faults.Concat(_errors.Where(error => !allowed.Any(text => error.Contains(text, StringComparison.Ordinal))));

    private void Add(IConsoleMessage message)
    {
        // Failed requests come with more words by the other events.
        if (message.Type == "error" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
        {
            var isViolation = message.Text.Contains("Content Security Policy", StringComparison.Ordinal);
            (isViolation ? _faults : _errors).Enqueue($"console on {message.Page?.Url}: {message.Text}");
        }
    }

    private void Add(IRequest request, string? failure)
    {
        if (failure is not (null or Aborted))
        {
            _errors.Enqueue($"{request.Method} {new Uri(request.Url).PathAndQuery}: {failure}");
        }
    }
}
