using Microsoft.Extensions.Logging;
using NodaTime;

namespace RenderSignal;

/// <summary>Finds a mail again; <see cref="ReplaySender"/> sends it.</summary>
internal sealed class EmailReplayer(
    IServiceProvider services, ILedger ledger, ReplaySender sender, CycleGate gate, IClock clock, ILogger<EmailReplayer> logger) : IEmailReplayer
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(15);

    public async Task<ReplayResult> ReplayAsync(string emailId, CancellationToken cancellationToken)
    {
        // The mail in hand of a visit that is waited for was decided before this call.
        var since = gate.VisitBegan ?? clock.GetCurrentInstant();
        if (await ledger.FindAsync(emailId, cancellationToken) is not { } known)
        {
            return new(ReplayStatus.Unknown, $"The ledger has no mail {PrintableText.For(emailId)}.", null);
        }

        if (known.Uid is null || services.GetService(typeof(IMailbox)) is not IMailbox mailbox)
        {
            return new(ReplayStatus.Gone, "It is not known where this mail lies: its record was written by an earlier version, or there is no mailbox.", known);
        }

        if (services.GetService(typeof(ICycleTrigger)) is ICycleTrigger { MissingSettings: { Count: > 0 } missing })
        {
            return new(ReplayStatus.Unreadable, string.Join(' ', missing), known);
        }

        using var visit = await gate.TryEnterAsync(LongestWait, cancellationToken);
        if (visit is null)
        {
            return new(ReplayStatus.Busy, "A poll cycle is running, or another mail is sent again, and it takes long. Try again when it is over.", known);
        }

        // The visit that was waited for, a cycle's or another replay's, may have sent the mail.
        var current = await ledger.FindAsync(emailId, cancellationToken) ?? known;
        return known.Status != EmailStatus.Sent && current.Status == EmailStatus.Sent
            ? JustSent(current)
            : await FetchAndSendAsync(mailbox, current, since, cancellationToken);
    }

    private async Task<ReplayResult> FetchAndSendAsync(IMailbox mailbox, LedgerRecord record, Instant since, CancellationToken cancellationToken)
    {
        var uid = record.Uid.GetValueOrDefault();
        try
        {
            await using var session = await mailbox.OpenAsync(cancellationToken);
            if (await session.FindAsync(uid, cancellationToken) is not { } email || !IsMailOf(record, email))
            {
                return new(ReplayStatus.Gone, "The mail is not in the mailbox any more, or not where it was.", record);
            }

            // One whose headers could not be read at first may have been decided since, under its own id.
            var current = await ledger.FindAsync(email.Id, cancellationToken) ?? record;
            if (current.Id != record.Id && current.Status == EmailStatus.Sent && current.DecidedAt >= since)
            {
                return JustSent(current);
            }

            var content = (await session.FetchBodyAsync(email, cancellationToken)).Content;
            var result = await sender.SendAsync(email, content, current, cancellationToken);
            if (result.Status == ReplayStatus.Sent)
            {
                await new SeenBatch(session, logger).AddAndFlushAsync(uid, CancellationToken.None);
            }

            return result;
        }
        catch (Exception exception) when (exception is EmailUnreadableException or MailboxUnavailableException)
        {
            return new(ReplayStatus.Unreadable, exception.Message, record);
        }
    }

    private static ReplayResult JustSent(LedgerRecord record) =>
        new(ReplayStatus.Sent, $"It has just been sent: accepted by route {record.Route}.", record);

    /// <summary>A mail whose headers could not be read is known by its place.</summary>
    private static bool IsMailOf(LedgerRecord record, EmailEnvelope email) => record.Id == email.Id || record.Id == email.Uid.ToString();
}
