namespace RenderSignal;

/// <summary>Goes back to the mailbox for one mail of the ledger.</summary>
internal sealed class EmailVisits(IServiceProvider services, ILedger ledger, CycleGate gate)
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(15);

    /// <summary>Looks the mail up and waits until no one else is in the mailbox. Nobody else enters it until the visit is disposed of.</summary>
    /// <exception cref="EmailNotFetchedException">The mail is not known, nobody can tell where it lies, or the mailbox is in use for long.</exception>
    public async Task<EmailVisit> BeginAsync(string emailId, CancellationToken cancellationToken)
    {
        if (await ledger.FindAsync(emailId, cancellationToken) is not { } known)
        {
            throw new EmailNotFetchedException(FetchFailure.Unknown, $"The ledger has no mail {PrintableText.For(emailId)}.", null);
        }

        if (known.Uid is null || services.GetService(typeof(IMailbox)) is not IMailbox mailbox)
        {
            throw new EmailNotFetchedException(
                FetchFailure.Gone, "It is not known where this mail lies: its record was written by an earlier version, or there is no mailbox.", known);
        }

        if (services.GetService(typeof(ICycleTrigger)) is ICycleTrigger { MissingSettings: { Count: > 0 } missing })
        {
            throw new EmailNotFetchedException(FetchFailure.Unreadable, string.Join(' ', missing), known);
        }

        var place = await gate.TryEnterAsync(LongestWait, cancellationToken) ?? throw new EmailNotFetchedException(
            FetchFailure.Busy, "A poll cycle is running, or another mail is fetched again, and it takes long. Try again when it is over.", known);
        try
        {
            // The visit that was waited for may have decided the mail.
            var current = await ledger.FindAsync(emailId, cancellationToken) ?? known;
            return new EmailVisit(mailbox, ledger, place, known, current);
        }
        catch
        {
            place.Dispose();
            throw;
        }
    }
}
