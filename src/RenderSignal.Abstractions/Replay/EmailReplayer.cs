using Microsoft.Extensions.Logging;
using NodaTime;

namespace RenderSignal;

/// <summary>Fetches a mail again; <see cref="ReplaySender"/> sends it.</summary>
internal sealed class EmailReplayer(EmailVisits visits, ReplaySender sender, CycleGate gate, IClock clock, ILogger<EmailReplayer> logger) : IEmailReplayer
{
    public async Task<ReplayResult> ReplayAsync(string emailId, CancellationToken cancellationToken)
    {
        // The mail in hand of a visit that is waited for was decided before this call.
        var since = gate.VisitBegan ?? clock.GetCurrentInstant();
        try
        {
            await using var visit = await visits.BeginAsync(emailId, cancellationToken);

            // The visit that was waited for, a cycle's or another replay's, may have sent the mail.
            return visit.Known.Status != EmailStatus.Sent && visit.Current.Status == EmailStatus.Sent
                ? JustSent(visit.Current)
                : await FetchAndSendAsync(visit, since, cancellationToken);
        }
        catch (EmailNotFetchedException exception)
        {
            return new(StatusOf(exception.Failure), exception.Message, exception.Email);
        }
    }

    private async Task<ReplayResult> FetchAndSendAsync(EmailVisit visit, Instant since, CancellationToken cancellationToken)
    {
        var (email, record) = await visit.FindAsync(cancellationToken);
        if (record.Id != visit.Current.Id && record.Status == EmailStatus.Sent && record.DecidedAt >= since)
        {
            return JustSent(record);
        }

        var result = await sender.SendAsync(email, await visit.FetchContentAsync(email, cancellationToken), record, cancellationToken);
        if (result.Status == ReplayStatus.Sent)
        {
            await new SeenBatch(visit.Session, claims: null, logger).AddAndFlushAsync(email.Uid, CancellationToken.None);
        }

        return result;
    }

    private static ReplayStatus StatusOf(FetchFailure failure) => failure switch
    {
        FetchFailure.Unknown => ReplayStatus.Unknown,
        FetchFailure.Gone => ReplayStatus.Gone,
        FetchFailure.Busy => ReplayStatus.Busy,
        _ => ReplayStatus.Unreadable,
    };

    private static ReplayResult JustSent(LedgerRecord record) =>
        new(ReplayStatus.Sent, $"It has just been sent: accepted by route {record.Route}.", record);
}
