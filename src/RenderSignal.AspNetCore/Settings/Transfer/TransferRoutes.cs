using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace RenderSignal.AspNetCore;

/// <summary>All settings as a file, and back.</summary>
internal static class TransferRoutes
{
    // A file that people look at.
    private static readonly JsonSerializerOptions Readable = new(ApiJson.Options) { WriteIndented = true };

    public static void Map(RouteTable routes)
    {
        routes.Post("/api/settings/export", ExportAsync).AddEndpointFilter<FieldFailureFilter>().WithJsonBody<ExportBody>()
            .WithSummary("All settings in force as a file. Webhook addresses are sealed with the passphrase, or left out without one.")
            .Produces<SettingsFile>().Produces<FieldFailure>(StatusCodes.Status400BadRequest);
        routes.Post("/api/settings/import", ImportAsync).AddEndpointFilter<FieldFailureFilter>().WithJsonBody<ImportBody>()
            .WithSummary("Tells what a file of settings would change and, with apply, stores it.")
            .Produces<ImportAnswer>().Produces<FieldFailure>(StatusCodes.Status400BadRequest)
            .Produces<ImportAnswer>(StatusCodes.Status412PreconditionFailed).Produces<ImportAnswer>(StatusCodes.Status422UnprocessableEntity)
            .Produces<ImportAnswer>(StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<IResult> ExportAsync(HttpRequest request, HttpResponse response, SettingsExport export, CancellationToken cancellationToken)
    {
        var file = await export.CreateAsync(Passphrase.Read(await JsonBody.ReadAsync(request), isNew: true), cancellationToken);
        response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = $"{SettingsFile.FormatName}-{file.ExportedAt[..10]}.json" }.ToString();
        return Results.Json(file, Readable);
    }

    private static async Task<IResult> ImportAsync(HttpRequest request, SettingsImport import, CancellationToken cancellationToken)
    {
        var (status, answer) = await import.RunAsync(ImportRequest.Read(await JsonBody.ReadAsync(request)), cancellationToken);
        return Results.Json(answer, ApiJson.Options, statusCode: status);
    }
}
