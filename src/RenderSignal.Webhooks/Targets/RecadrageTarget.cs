using Microsoft.Extensions.Options;

namespace RenderSignal.Webhooks;

/// <summary>The Make format, to the recadrage hook; then a copy to the custom receiver, which does not decide about the mail.</summary>
internal sealed class RecadrageTarget(WebhookSender sender, IOptions<WebhooksOptions> options) : IDeliveryTarget
{
    public string Route => DeliveryRoutes.Recadrage;

    public async Task<DeliveryOutcome> DeliverAsync(DeliveryRequest request, CancellationToken cancellationToken)
    {
        var hook = request.Settings.Webhooks.RecadrageMakeUrl;
        var body = PayloadJson.Write(RecadragePayload.From(request));
        var outcome = await sender.SendAsync(
            SendPlan.ToMake(request, Route, hook, "RECADRAGE_MAKE_WEBHOOK_URL", body, options.Value), cancellationToken);
        if (!outcome.Accepted || !IsMirrored(request.Settings))
        {
            return outcome;
        }

        var mirror = await sender.SendAsync(
            SendPlan.ToCustom(request, DeliveryRoutes.Mirror, PayloadJson.Write(MirrorPayload.From(request))), cancellationToken);
        return outcome with { Log = [.. outcome.Log, .. mirror.Log] };
    }

    private static bool IsMirrored(RenderSignalSettings settings) =>
        settings.Preferences.MirrorMediaToCustom && !string.IsNullOrWhiteSpace(settings.Webhooks.Url);
}
