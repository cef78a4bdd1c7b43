using Microsoft.AspNetCore.Http;

namespace RenderSignal.AspNetCore;

/// <summary>Tells what would become of a mail.</summary>
internal static class PreviewRoutes
{
    public static void Map(RouteTable routes) => routes.Post("/api/preview", PreviewAsync)
        .WithJsonBody<PreviewRequest>()
        .WithSummary("Tells what would become of a mail that came now, and why. Nothing is sent or remembered.")
        .Produces<Failure>(StatusCodes.Status400BadRequest)
        .Produces<Failure>(StatusCodes.Status413PayloadTooLarge);

    private static async Task<PreviewAnswer> PreviewAsync(HttpRequest request, IEmailPreviewer previewer, CancellationToken cancellationToken) =>
        PreviewAnswer.From(await previewer.PreviewAsync(PreviewRequest.Read(await JsonBody.ReadAsync(request)), cancellationToken));
}
