using System.Net.Sockets;
using System.Security.Authentication;
using StackExchange.Redis;

namespace RenderSignal.Dedup.Redis;

/// <summary>Tells a Redis that is away from a mistake of ours, and says why it is in words that hold no secret.</summary>
internal static class RedisFailure
{
    public static bool Is(Exception exception, CancellationToken cancellationToken) => exception switch
    {
        RedisException or RedisCommandException or TimeoutException or ObjectDisposedException => true,
        OperationCanceledException => !cancellationToken.IsCancellationRequested,
        _ => false,
    };

    public static string Describe(Exception exception)
    {
        var reason = exception.GetType().Name;
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            reason = cause switch
            {
                TimeoutException => "no answer in time",
                RedisConnectionException connection => connection.FailureType.ToString(),
                RedisServerException refusal => WithoutScript(refusal.Message),
                SocketException or AuthenticationException or IOException => cause.Message,
                _ => reason,
            };
        }

        return reason;
    }

    /// <summary>Which of our scripts was refused, by its hash, says nothing to whoever mends Redis.</summary>
    private static string WithoutScript(string message) =>
        message.IndexOf(" script: ", StringComparison.Ordinal) is > 0 and var end ? message[..end] : message;
}
