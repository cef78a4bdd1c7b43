using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;

namespace RenderSignal.AspNetCore;

/// <summary>Tells what would become of a mail.</summary>
internal static class PreviewRoutes
{
    public static void Map(RouteTable routes)
    {
        routes.Post("/api/preview", PreviewAsync)
            .WithJsonBody<PreviewRequest>()
            .WithSummary("Tells what would become of a mail that came now, and why. Nothing is sent or remembered.")
            .Produces<Failure>(StatusCodes.Status400BadRequest)
            .Produces<Failure>(StatusCodes.Status413PayloadTooLarge);
        routes.Get("/api/emails/{id}/preview", PreviewKnownAsync)
            .WithSummary("Fetches a mail anew and tells what would become of it if it came now, and what a replay would send. Nothing is sent, remembered or marked.")
            .Produces<PreviewAnswer>()
            .Produces<Failure>(StatusCodes.Status404NotFound)
            .Produces<Failure>(StatusCodes.Status410Gone)
            .Produces<Failure>(StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<PreviewAnswer> PreviewAsync(HttpRequest request, IEmailPreviewer previewer, CancellationToken cancellationToken) =>
        PreviewAnswer.From(await previewer.PreviewAsync(PreviewRequest.Read(await JsonBody.ReadAsync(request)), cancellationToken));

    private static async Task<PreviewAnswer> PreviewKnownAsync(string id, IEmailPreviewer previewer, IHostApplicationLifetime lifetime, HttpContext context)
    {
        // A mailbox may take long to answer, and a process that stops waits for nobody who only wants to look.
        var stopping = lifetime.ApplicationStopping;
        using var either = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        try
        {
            return PreviewAnswer.From(await previewer.PreviewAsync(id, either.Token));
        }
        catch (EmailNotFetchedException exception)
        {
            if (exception.Failure == FetchFailure.Busy)
            {
                ReplayRoutes.SetRetryAfter(context.Response);
            }

            throw new RequestRejectedException(StatusOf(exception.Failure), exception.Message);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            throw new RequestRejectedException(StatusCodes.Status503ServiceUnavailable, "The process stops. Ask again when it is back.");
        }
    }

    private static int StatusOf(FetchFailure failure) => failure switch
    {
        FetchFailure.Unknown => StatusCodes.Status404NotFound,
        FetchFailure.Gone => StatusCodes.Status410Gone, // no other try will find it
        _ => StatusCodes.Status503ServiceUnavailable,
    };
}
