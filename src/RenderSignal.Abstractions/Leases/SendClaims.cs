namespace RenderSignal;

/// <summary>The claims that are set up, or none: then everything is allowed.</summary>
internal sealed class SendClaims(IEnumerable<ISendClaims> registered)
{
    private readonly ISendClaims? _claims = registered.LastOrDefault(claims => claims.IsConfigured);

    public CancellationToken LeaseEnded => _claims?.LeaseEnded ?? CancellationToken.None;

    /// <summary>Whether whoever polls next knows what is done now, mailbox aside; so it is where one process polls for ever.</summary>
    public bool AreShared => _claims?.IsShared ?? true;

    public void ThrowIfLeaseLost() => _claims?.ThrowIfLeaseLost();

    /// <returns>Null: nothing is claimed.</returns>
    public async Task<ISendClaim?> ClaimAsync(DeliveryRequest request, CancellationToken cancellationToken) =>
        _claims is null ? null : await _claims.ClaimAsync(request.Email.Id, request.IsByHand, cancellationToken);
}
