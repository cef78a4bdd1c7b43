using Microsoft.AspNetCore.Http;

namespace RenderSignal.AspNetCore;

/// <summary>The runtime flags.</summary>
internal static class FlagRoutes
{
    /// <param name="routes">Where.</param>
    /// <param name="prefix">What stands before the routes' own names.</param>
    public static void Map(RouteTable routes, string prefix)
    {
        routes.Get($"{prefix}/get_runtime_flags", ReadAsync).WithSummary("The switches for exceptional times.");
        routes.Post($"{prefix}/update_runtime_flags", ChangeAsync).WithJsonBody<FlagsBody>()
            .WithSummary("Changes the switches for exceptional times; what is not sent stays.");
    }

    private static async Task<FlagsAnswer> ReadAsync(ISettingsReader settings, CancellationToken cancellationToken) =>
        new(FlagsBody.From((await settings.GetAsync(cancellationToken)).Flags));

    private static async Task<FlagsAnswer> ChangeAsync(HttpRequest request, ISettingsEditor editor, CancellationToken cancellationToken)
    {
        var change = await editor.ChangeAsync(SettingsDocument.RuntimeFlags, await JsonBody.ReadAsync(request), cancellationToken);
        return new(FlagsBody.From(change.Settings.Flags), SavedAnswer.Text("Runtime flags saved; they are obeyed from the next mail on.", change));
    }
}
