using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace RenderSignal.AspNetCore;

/// <summary>What became of mails.</summary>
internal static class EmailRoutes
{
    public static void Map(RouteTable routes)
    {
        routes.Get("/api/emails", ListAsync)
            .WithSummary("What became of mails, the newest decision first, page by page.")
            .Produces<Failure>(StatusCodes.Status400BadRequest);
        routes.Get("/api/emails/{id}", FindAsync)
            .WithSummary("What became of one mail.")
            .Produces<Failure>(StatusCodes.Status404NotFound);
        ReplayRoutes.Map(routes);
        PreviewRoutes.Map(routes);
        EventRoutes.Map(routes);
    }

    private static async Task<EmailsAnswer> ListAsync(
        ILedger ledger, CancellationToken cancellationToken, string? limit = null, string? before = null, string? decision = null, [FromQuery(Name = "q")] string? text = null)
    {
        var page = await ledger.ListAsync(EmailListing.Read(limit, before, decision, text), cancellationToken);
        return new([.. page.Records.Select(EmailEntry.From)], page.Next?.ToString());
    }

    private static async Task<EmailAnswer> FindAsync(string id, ILedger ledger, CancellationToken cancellationToken) =>
        await ledger.FindAsync(id, cancellationToken) is { } record
            ? new(EmailEntry.From(record))
            : throw new RequestRejectedException(StatusCodes.Status404NotFound, $"The ledger has no mail \"{PrintableText.For(id)}\". It keeps the newest only: RENDERSIGNAL_LEDGER_RECORDS says how many.");
}
