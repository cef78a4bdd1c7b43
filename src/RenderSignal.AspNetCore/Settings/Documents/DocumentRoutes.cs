using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace RenderSignal.AspNetCore;

/// <summary>The settings document by document, each with a version, so that of two who change one at once neither loses anything unseen.</summary>
internal static class DocumentRoutes
{
    private static readonly string[] WindowFields = ["webhook_time_start", "webhook_time_end"];

    public static void Map(RouteTable routes)
    {
        routes.Get("/api/settings", ReadAllAsync).WithSummary("All settings in force. Addresses are masked.").Produces<SettingsAnswer>();
        routes.Get("/api/settings/{document}", ReadAsync).AddEndpointFilter<FieldFailureFilter>()
            .WithSummary("One document of the settings; its version is also the ETag.")
            .Produces<DocumentAnswer>().Produces(StatusCodes.Status304NotModified).Produces<FieldFailure>(StatusCodes.Status404NotFound);
        routes.Post("/api/settings/{document}", ChangeAsync).AddEndpointFilter<FieldFailureFilter>().WithJsonBody<JsonObject>()
            .WithSummary("Changes one document; what is not sent, or sent masked, stays. With the version in If-Match only if it still has that one.")
            .Produces<DocumentChangeAnswer>().Produces<FieldFailure>(StatusCodes.Status400BadRequest)
            .Produces<FieldFailure>(StatusCodes.Status404NotFound).Produces<DocumentChangeAnswer>(StatusCodes.Status412PreconditionFailed);
    }

    private static async Task<SettingsAnswer> ReadAllAsync(ISettingsReader reader, ISettingsEditor editor, CancellationToken cancellationToken)
    {
        var versions = await DocumentVersions.ReadAsync(editor, cancellationToken); // before the settings: see GetVersionAsync
        var settings = await reader.GetAsync(cancellationToken);
        return new(settings.Polling.TimeZone.Id, DocumentsBody.From(settings), versions);
    }

    private static async Task<IResult> ReadAsync(
        string document, HttpResponse response, ISettingsReader reader, ISettingsEditor editor, CancellationToken cancellationToken,
        [FromHeader(Name = "If-None-Match")] string? ifNoneMatch = null)
    {
        var found = DocumentName.Find(document);
        var version = await editor.GetVersionAsync(found, cancellationToken);
        response.Headers.ETag = IfMatch.Tag(version);
        return IfNoneMatch.Has(ifNoneMatch, version)
            ? Results.StatusCode(StatusCodes.Status304NotModified)
            : Results.Json(DocumentAnswer.From(found, version, await reader.GetAsync(cancellationToken)), ApiJson.Options);
    }

    private static async Task<IResult> ChangeAsync(
        string document, HttpRequest request, HttpResponse response, ISettingsReader reader, ISettingsEditor editor, CancellationToken cancellationToken,
        [FromHeader(Name = "If-Match")] string? ifMatch = null)
    {
        var found = DocumentName.Find(document);
        var versions = IfMatch.Read(ifMatch);
        var fields = await JsonBody.ReadAsync(request);
        if (found == SettingsDocument.WebhookConfig && fields.Select(field => field.Key).FirstOrDefault(WindowFields.Contains) is { } side)
        {
            throw new SettingsRejectedException(
                side, $"{side} is no field of webhook_config here: write start and end in webhook_time_window, which has a version of its own.");
        }

        if (found == SettingsDocument.PollingConfig)
        {
            VacationDays.Check(fields, (await reader.GetAsync(cancellationToken)).Polling.Schedule);
        }

        try
        {
            var change = await editor.ChangeAsync(found, fields, await ExpectedAsync(found, versions, editor, cancellationToken), cancellationToken);
            response.Headers.ETag = IfMatch.Tag(change.Version);
            return Results.Json(DocumentChangeAnswer.Stored(found, fields, change), ApiJson.Options);
        }
        catch (SettingsConflictException conflict)
        {
            response.Headers.ETag = IfMatch.Tag(conflict.Version);
            var inForce = await reader.GetAsync(cancellationToken);
            return Results.Json(DocumentChangeAnswer.Refused(conflict, inForce), ApiJson.Options, statusCode: StatusCodes.Status412PreconditionFailed);
        }
    }

    // With one version the editor compares; of several, the one that the document has now goes there, to be compared again.
    private static async Task<string?> ExpectedAsync(
        SettingsDocument document, IReadOnlyList<string>? versions, ISettingsEditor editor, CancellationToken cancellationToken)
    {
        if (versions is null or [_])
        {
            return versions?[0];
        }

        var current = await editor.GetVersionAsync(document, cancellationToken);
        return versions.Contains(current) ? current : versions[0];
    }
}
