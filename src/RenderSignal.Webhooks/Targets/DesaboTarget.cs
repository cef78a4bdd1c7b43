using Microsoft.Extensions.Options;

namespace RenderSignal.Webhooks;

/// <summary>The Make format, to the auto-responder's hook.</summary>
internal sealed class DesaboTarget(WebhookSender sender, IOptions<WebhooksOptions> options) : IDeliveryTarget
{
    public string Route => DeliveryRoutes.Desabo;

    public Task<DeliveryOutcome> DeliverAsync(DeliveryRequest request, CancellationToken cancellationToken) =>
        sender.SendAsync(PlanFor(request), cancellationToken);

    public DeliveryPreview Preview(DeliveryRequest request) => PlanFor(request).Preview();

    private SendPlan PlanFor(DeliveryRequest request)
    {
        var hook = request.Settings.Webhooks.DesaboMakeUrl;
        var body = PayloadJson.Write(DesaboPayload.From(request));
        return SendPlan.ToMake(request, Route, hook, "AUTOREPONDEUR_MAKE_WEBHOOK_URL", body, options.Value);
    }
}
