using Microsoft.AspNetCore.Http;

namespace RenderSignal.AspNetCore;

/// <summary>Where mails are sent, and when.</summary>
internal static class WebhookRoutes
{
    public static void Map(RouteTable routes)
    {
        routes.Get("/api/webhooks/config", ReadAsync).WithSummary("Where mails are sent, and when. Addresses are masked.");
        MapChange(routes, "/api/webhooks/config");
    }

    public static void MapChange(RouteTable routes, string pattern) => routes.Post(pattern, ChangeAsync).WithJsonBody<WebhookBody>()
        .WithSummary("Changes where mails are sent, and when; what is not sent, or sent masked, stays.");

    private static async Task<WebhookAnswer> ReadAsync(ISettingsReader settings, CancellationToken cancellationToken) =>
        new(WebhookBody.From((await settings.GetAsync(cancellationToken)).Webhooks));

    private static async Task<SavedAnswer> ChangeAsync(HttpRequest request, ISettingsEditor editor, CancellationToken cancellationToken)
    {
        var change = await editor.ChangeAsync(SettingsDocument.WebhookConfig, await JsonBody.ReadAsync(request), cancellationToken);
        return new(SavedAnswer.Text("Webhook settings saved; they are obeyed from the next mail on.", change));
    }
}
