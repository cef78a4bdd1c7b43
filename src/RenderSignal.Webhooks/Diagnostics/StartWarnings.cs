using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace RenderSignal.Webhooks;

/// <summary>Says once at start what an operator should know about the settings before the first mail comes.</summary>
internal sealed class StartWarnings(ISettingsReader settings, ILogger<StartWarnings> logger) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var webhooks = (await settings.GetAsync(cancellationToken)).Webhooks;
        if (webhooks.Url is null)
        {
            logger.ReceiverMissing();
        }

        if (!webhooks.SslVerify)
        {
            logger.CertificatesUnchecked();
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
