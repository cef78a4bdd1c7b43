using Polly.Timeout;

namespace RenderSignal.Webhooks;

/// <summary>A try that ended without an answer.</summary>
internal static class ConnectionFailure
{
    /// <summary>Whether the exception is one, and not the caller's own cancellation.</summary>
    public static bool Is(Exception exception, CancellationToken callersToken) => exception switch
    {
        // SocketsHttpHandler reports its ConnectTimeout as a cancellation.
        OperationCanceledException => !callersToken.IsCancellationRequested,
        HttpRequestException or IOException or TimeoutRejectedException => true,
        _ => false,
    };

    /// <param name="exception">What ended the try.</param>
    /// <param name="timeout">How long it was given.</param>
    /// <param name="tlsAdvice">What to do when it is the certificate; null: there is no switch for it.</param>
    public static string Explain(Exception exception, TimeSpan timeout, string? tlsAdvice) => exception switch
    {
        TimeoutRejectedException => $"no answer within {timeout.TotalSeconds:0.#} s",
        OperationCanceledException => "no connection in time",
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } =>
            $"no secure connection: {exception.GetBaseException().Message}{(tlsAdvice is null ? "" : $" ({tlsAdvice})")}",
        _ => $"no answer: {exception.GetBaseException().Message}",
    };
}
