namespace RenderSignal.Webhooks;

/// <summary>
/// The names of the HTTP clients that sends go through, for an application that has to set a proxy or a client certificate:
/// <c>services.AddHttpClient(WebhookHttpClients.Verified).ConfigurePrimaryHttpMessageHandler(…)</c> after <c>AddWebhooks</c>.
/// </summary>
public static class WebhookHttpClients
{
    /// <summary>Checks the receiver's certificate.</summary>
    public const string Verified = "RenderSignal.Webhooks";

    /// <summary>Takes any certificate; used while <see cref="WebhookSettings.SslVerify"/> is off.</summary>
    public const string Unverified = "RenderSignal.Webhooks.Unverified";
}
