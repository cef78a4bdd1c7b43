namespace RenderSignal;

/// <summary>Delivers mails that take one route. Safe for concurrent use.</summary>
public interface IDeliveryTarget
{
    /// <summary>The route this target serves: one of <see cref="DeliveryRoutes"/>, or a name of your own that a detector sets as <see cref="Detection.Route"/>.</summary>
    string Route { get; }

    /// <summary>Sends the mail, retrying as the settings say, and tells how it went. A refusal or an unreachable receiver is an outcome, not an exception.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled before an answer was there.</exception>
    Task<DeliveryOutcome> DeliverAsync(DeliveryRequest request, CancellationToken cancellationToken);

    /// <summary>What <see cref="DeliverAsync"/> would send, without sending it; null: this target does not say.</summary>
    DeliveryPreview? Preview(DeliveryRequest request) => null;
}
