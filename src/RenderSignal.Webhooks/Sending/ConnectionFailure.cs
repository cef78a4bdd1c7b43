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

    public static string Explain(Exception exception, TimeSpan timeout) => exception switch
    {
        TimeoutRejectedException => $"no answer within {timeout.TotalSeconds:0.#} s",
        OperationCanceledException => "no connection in time",
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } =>
            $"no secure connection: {exception.GetBaseException().Message} (WEBHOOK_SSL_VERIFY=false would send without checking the certificate)",
        _ => $"no answer: {exception.GetBaseException().Message}",
    };
}
