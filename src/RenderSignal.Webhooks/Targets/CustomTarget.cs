namespace RenderSignal.Webhooks;

/// <summary>The custom format, to <c>webhook_url</c>.</summary>
internal sealed class CustomTarget(WebhookSender sender) : IDeliveryTarget
{
    public string Route => DeliveryRoutes.Custom;

    public Task<DeliveryOutcome> DeliverAsync(DeliveryRequest request, CancellationToken cancellationToken) =>
        sender.SendAsync(PlanFor(request), cancellationToken);

    public DeliveryPreview Preview(DeliveryRequest request) => PlanFor(request).Preview();

    private SendPlan PlanFor(DeliveryRequest request) => SendPlan.ToCustom(request, Route, PayloadJson.Write(CustomPayload.From(request)));
}
