using Microsoft.AspNetCore.Http;

namespace RenderSignal.AspNetCore;

/// <summary>The processing preferences.</summary>
internal static class PreferenceRoutes
{
    public static void Map(RouteTable routes, string readPattern, string changePattern)
    {
        routes.Get(readPattern, ReadAsync).WithSummary("Filters and reliability.");
        routes.Post(changePattern, ChangeAsync).WithJsonBody<PreferencesBody>()
            .WithSummary("Changes filters and reliability; what is not sent stays.");
    }

    private static async Task<PreferencesAnswer> ReadAsync(ISettingsReader settings, CancellationToken cancellationToken) =>
        new(PreferencesBody.From((await settings.GetAsync(cancellationToken)).Preferences));

    private static async Task<PreferencesAnswer> ChangeAsync(HttpRequest request, ISettingsEditor editor, CancellationToken cancellationToken)
    {
        var change = await editor.ChangeAsync(SettingsDocument.ProcessingPrefs, await JsonBody.ReadAsync(request), cancellationToken);
        return new(PreferencesBody.From(change.Settings.Preferences), SavedAnswer.Text("Preferences saved; they are obeyed from the next mail on.", change));
    }
}
