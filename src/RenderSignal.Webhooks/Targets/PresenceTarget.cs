using Microsoft.Extensions.Options;

namespace RenderSignal.Webhooks;

/// <summary>The Make format, to the presence hook for the current flag.</summary>
internal sealed class PresenceTarget(WebhookSender sender, IOptions<WebhooksOptions> options) : IDeliveryTarget
{
    public string Route => DeliveryRoutes.Presence;

    public Task<DeliveryOutcome> DeliverAsync(DeliveryRequest request, CancellationToken cancellationToken) =>
        sender.SendAsync(PlanFor(request), cancellationToken);

    public DeliveryPreview Preview(DeliveryRequest request) => PlanFor(request).Preview();

    private SendPlan PlanFor(DeliveryRequest request)
    {
        var webhooks = request.Settings.Webhooks;
        var variable = webhooks.PresenceFlag ? "PRESENCE_TRUE_MAKE_WEBHOOK_URL" : "PRESENCE_FALSE_MAKE_WEBHOOK_URL";
        var body = PayloadJson.Write(PresencePayload.From(request));
        return SendPlan.ToMake(request, Route, webhooks.PresenceUrl, variable, body, options.Value);
    }
}
