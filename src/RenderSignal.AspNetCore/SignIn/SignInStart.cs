using System.Security.Cryptography;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace RenderSignal.AspNetCore;

/// <summary>Says at start what would keep people from signing in, if signing in is mapped at all.</summary>
internal sealed class SignInStart(
    SignInMapping mapping, Credentials credentials, SignInProtection protection, IAuthorizationPolicyProvider policies, ILogger<SignInStart> logger) : IHostedService
{
    /// <exception cref="InvalidOperationException">The application names a policy that it does not have.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var policy in mapping.Policies)
        {
            _ = await policies.GetPolicyAsync(policy) ?? throw new InvalidOperationException(
                $"There is no authorization policy '{policy}', which RenderSignalEndpointOptions names. Add it with services.AddAuthorizationBuilder().AddPolicy(\"{policy}\", …).");
        }

        if (mapping.IsNeeded && !mapping.IsMapped)
        {
            SignInLog.NotMapped(logger);
        }
        else if (mapping.IsMapped && !credentials.Exist)
        {
            SignInLog.Closed(logger);
        }
        else if (mapping.IsMapped)
        {
            LoadKeys();
        }
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
