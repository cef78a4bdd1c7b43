namespace RenderSignal;

/// <summary>Tries whether an address can be reached, without sending anything to it.</summary>
public interface IAddressProbe
{
    /// <summary>
    /// Looks the host's name up, connects, and for https shakes hands; then hangs up. No request is made, and nothing of the address but
    /// its host leaves this process. Takes 5 seconds at the most.
    /// </summary>
    /// <param name="address">An absolute http or https address.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    Task<AddressReach> ProbeAsync(Uri address, CancellationToken cancellationToken);
}
