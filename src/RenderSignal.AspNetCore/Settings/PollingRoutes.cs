using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace RenderSignal.AspNetCore;

/// <summary>Whose mails are polled, and when.</summary>
internal static class PollingRoutes
{
    public static void Map(RouteTable routes)
    {
        routes.Get("/api/get_polling_config", ReadAsync).WithSummary("Whose mails are polled, and when.");
        routes.Post("/api/update_polling_config", ChangeAsync).WithJsonBody<PollingBody>()
            .WithSummary("Changes whose mails are polled, and when; what is not sent stays.");
        routes.Post("/api/polling/toggle", SwitchAsync).WithJsonBody<SwitchBody>().WithSummary("Switches polling on or off.");
    }

    private static async Task<PollingAnswer> ReadAsync(ISettingsReader settings, CancellationToken cancellationToken)
    {
        var polling = (await settings.GetAsync(cancellationToken)).Polling;
        return new(PollingBody.From(polling) with { Timezone = polling.TimeZone.Id });
    }

    private static async Task<PollingAnswer> ChangeAsync(HttpRequest request, ISettingsEditor editor, CancellationToken cancellationToken)
    {
        var change = await editor.ChangeAsync(SettingsDocument.PollingConfig, await JsonBody.ReadAsync(request), cancellationToken);
        return new(PollingBody.From(change.Settings.Polling), SavedAnswer.Text("Polling settings saved; they are obeyed at once.", change));
    }

    private static async Task<PollingSwitchAnswer> SwitchAsync(HttpRequest request, ISettingsEditor editor, CancellationToken cancellationToken)
    {
        var enable = SwitchField.Read(await JsonBody.ReadAsync(request), "enable");
        var change = await editor.ChangeAsync(SettingsDocument.PollingConfig, new JsonObject { ["enable_polling"] = enable }, cancellationToken);
        return PollingSwitchAnswer.From(change.Settings.Polling.Enabled);
    }
}
