using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace RenderSignal.Webhooks;

/// <summary>The Make format, to the recadrage hook; then a copy to the custom receiver, which does not decide about the mail.</summary>
internal sealed class RecadrageTarget(WebhookSender sender, IOptions<WebhooksOptions> options, ILogger<RecadrageTarget> logger) : IDeliveryTarget
{
    public string Route => DeliveryRoutes.Recadrage;

    public async Task<DeliveryOutcome> DeliverAsync(DeliveryRequest request, CancellationToken cancellationToken)
    {
        var outcome = await sender.SendAsync(PlanFor(request), cancellationToken);
        return outcome.Accepted && IsMirrored(request.Settings)
            ? outcome with { Log = [.. outcome.Log, .. await MirrorAsync(request, cancellationToken)] }
            : outcome;
    }

    /// <summary>The copy is not shown: it says nothing that the mail does not say.</summary>
    public DeliveryPreview Preview(DeliveryRequest request) => PlanFor(request).Preview();

    private SendPlan PlanFor(DeliveryRequest request)
    {
        var hook = request.Settings.Webhooks.RecadrageMakeUrl;
        var body = PayloadJson.Write(RecadragePayload.From(request));
        return SendPlan.ToMake(request, Route, hook, "RECADRAGE_MAKE_WEBHOOK_URL", body, options.Value);
    }

    /// <summary>Make.com has the mail by now: giving up the copy must not let the mail look undelivered.</summary>
    private async Task<IReadOnlyList<WebhookLogEntry>> MirrorAsync(DeliveryRequest request, CancellationToken cancellationToken)
    {
        try
        {
            var plan = SendPlan.ToCustom(request, DeliveryRoutes.Mirror, PayloadJson.Write(MirrorPayload.From(request)));
            return (await sender.SendAsync(plan, cancellationToken)).Log;
        }
        catch (Exception exception) when (exception is OperationCanceledException or EmailClaimedException)
        {
            logger.MirrorGivenUp(request.Email.Id);
            return [];
        }
    }

    private static bool IsMirrored(RenderSignalSettings settings) =>
        settings.Preferences.MirrorMediaToCustom && !string.IsNullOrWhiteSpace(settings.Webhooks.Url);
}
