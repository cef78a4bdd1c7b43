using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace RenderSignal.Webhooks;

/// <summary>Says once at start that certificates are not checked.</summary>
internal sealed class CertificateCheckWarning(ISettingsReader settings, ILogger<CertificateCheckWarning> logger) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var current = await settings.GetAsync(cancellationToken);
        if (!current.Webhooks.SslVerify)
        {
            logger.CertificatesUnchecked();
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
