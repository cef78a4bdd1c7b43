using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;

namespace RenderSignal.Webhooks;

internal static class WebhookHttpClientExtensions
{
    public static void AddWebhookHttpClient(this IServiceCollection services, string name, bool verifyCertificates) => services
        .AddHttpClient(name)
        .ConfigureHttpClient(client => client.Timeout = Timeout.InfiniteTimeSpan) // each plan brings its own
        .ConfigurePrimaryHttpMessageHandler(() => CreateHandler(verifyCertificates))
        .SetHandlerLifetime(Timeout.InfiniteTimeSpan) // PooledConnectionLifetime follows DNS
        .RemoveAllLoggers(); // they write whole addresses

    [SuppressMessage("Security", "CA5359:Do not disable certificate validation", Justification = "The operator switched it off (WEBHOOK_SSL_VERIFY) and is warned.")]
    private static SocketsHttpHandler CreateHandler(bool verifyCertificates)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            ConnectTimeout = TimeSpan.FromSeconds(15),
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            MaxResponseDrainSize = 0,
            ActivityHeadersPropagator = null, // and with it the runtime's own activity, whose url.full is the whole address
        };
        if (!verifyCertificates)
        {
            handler.SslOptions.RemoteCertificateValidationCallback = (_, _, _, _) => true;
        }

        return handler;
    }
}
