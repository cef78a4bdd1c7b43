using System.Diagnostics;

namespace RenderSignal.Webhooks;

internal static class WebhooksActivity
{
    private static readonly ActivitySource Source = new(WebhooksDiagnostics.ActivitySourceName);

    public static Activity? StartSend(string route) =>
        Source.StartActivity("webhook send", ActivityKind.Client)?.SetTag(WebhooksDiagnostics.RouteTag, route);

    public static void EndSend(this Activity? activity, WebhookLogEntry entry)
    {
        activity?.SetTag(WebhooksDiagnostics.StatusTag, entry.Status);
        activity?.SetTag(WebhooksDiagnostics.AttemptsTag, entry.Attempts);
        activity?.SetTag("http.response.status_code", entry.StatusCode);
        if (entry.Error is { } error)
        {
            activity?.SetStatus(ActivityStatusCode.Error, error);
        }
    }
}
