using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace RenderSignal.AspNetCore;

/// <summary>Tries addresses, a few at once: nobody makes this process knock at many doors.</summary>
internal sealed class AddressChecks(IServiceProvider services) : IDisposable
{
    public const int MaxAtOnce = 4;

    private readonly SemaphoreSlim _places = new(MaxAtOnce, MaxAtOnce);

    /// <returns>What was found; null: nothing here can try it.</returns>
    /// <exception cref="RequestRejectedException">503: as many as may be are being tried.</exception>
    public async Task<AddressReach?> TryAsync(Uri address, CancellationToken cancellationToken)
    {
        if (services.GetService<IAddressProbe>() is not { } probe)
        {
            return null;
        }

        if (!await _places.WaitAsync(TimeSpan.Zero, cancellationToken))
        {
            throw new RequestRejectedException(
                StatusCodes.Status503ServiceUnavailable, $"{MaxAtOnce} addresses are being checked, and no more at once. Try again in a few seconds.");
        }

        try
        {
            return await probe.ProbeAsync(address, cancellationToken);
        }
        finally
        {
            _places.Release();
        }
    }

    public void Dispose() => _places.Dispose();
}
