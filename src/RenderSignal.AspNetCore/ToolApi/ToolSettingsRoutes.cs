using Microsoft.AspNetCore.Http;

namespace RenderSignal.AspNetCore;

/// <summary>The settings that tools see in a form of their own.</summary>
internal static class ToolSettingsRoutes
{
    public static void Map(RouteTable routes, string prefix)
    {
        routes.Get($"{prefix}/get_webhook_config", ReadWebhooksAsync).WithSummary("Where mails are sent. Addresses are masked.");
        WebhookRoutes.MapChange(routes, $"{prefix}/update_webhook_config");
        routes.Get($"{prefix}/get_polling_config", ReadPollingAsync).WithSummary("When and how often the mailbox is polled.");
    }

    private static async Task<ToolWebhookAnswer> ReadWebhooksAsync(ISettingsReader settings, PollActivity activity, CancellationToken cancellationToken) =>
        new(ToolWebhookBody.From(await settings.GetAsync(cancellationToken), activity.Current));

    private static async Task<ToolPollingAnswer> ReadPollingAsync(ISettingsReader settings, PollActivity activity, CancellationToken cancellationToken) =>
        ToolPollingAnswer.From((await settings.GetAsync(cancellationToken)).Polling, activity.Current);
}
