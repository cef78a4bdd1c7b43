using Microsoft.AspNetCore.Http;

namespace RenderSignal.AspNetCore;

/// <summary>The runtime flags.</summary>
internal static class FlagRoutes
{
    public static void Map(RouteTable routes)
    {
        routes.Get("/api/get_runtime_flags", ReadAsync);
        routes.Post("/api/update_runtime_flags", ChangeAsync).WithJsonBody<FlagsBody>();
    }

    private static async Task<FlagsAnswer> ReadAsync(ISettingsReader settings, CancellationToken cancellationToken) =>
        new(FlagsBody.From((await settings.GetAsync(cancellationToken)).Flags));

    private static async Task<FlagsAnswer> ChangeAsync(HttpRequest request, ISettingsEditor editor, CancellationToken cancellationToken)
    {
        var change = await editor.ChangeAsync(SettingsDocument.RuntimeFlags, await JsonBody.ReadAsync(request), cancellationToken);
        return new(FlagsBody.From(change.Settings.Flags), "Runtime flags saved; they are obeyed from the next mail on.");
    }
}
