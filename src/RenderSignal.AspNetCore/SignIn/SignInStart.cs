using System.Security.Cryptography;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace RenderSignal.AspNetCore;

/// <summary>Says at start what would keep people from signing in, if signing in is mapped at all.</summary>
internal sealed class SignInStart(SignInMapping mapping, Credentials credentials, SignInProtection protection, ILogger<SignInStart> logger) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (mapping.IsMapped && !credentials.Exist)
        {
            SignInLog.Closed(logger);
        }
        else if (mapping.IsMapped)
        {
            LoadKeys();
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private void LoadKeys()
    {
        try
        {
            protection.LoadKeys();
        }
        catch (CryptographicException exception)
        {
            SignInLog.NoKeys(logger, exception.GetBaseException().Message);
        }
    }
}
