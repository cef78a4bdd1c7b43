namespace RenderSignal;

/// <summary>A visit to the mailbox for one mail of the ledger.</summary>
/// <param name="mailbox">The mailbox.</param>
/// <param name="ledger">The ledger.</param>
/// <param name="place">What keeps others out of the mailbox until it is disposed of.</param>
/// <param name="known">The mail's record before others were waited for, with its place in the mailbox.</param>
/// <param name="current">Its record now.</param>
internal sealed class EmailVisit(IMailbox mailbox, ILedger ledger, IDisposable place, LedgerRecord known, LedgerRecord current) : IAsyncDisposable
{
    private IMailboxSession? _session;

    public LedgerRecord Known => known;

    public LedgerRecord Current => current;

    /// <summary>The mailbox, from <see cref="FindAsync"/> on.</summary>
    public IMailboxSession Session => _session ?? throw new InvalidOperationException("The mailbox is not open yet.");

    /// <summary>Opens the mailbox and finds the mail in it.</summary>
    /// <returns>The mail, and its record: one whose headers could not be read at first may have been decided since, under its own id.</returns>
    /// <exception cref="EmailNotFetchedException">It is not there any more, or cannot be had.</exception>
    public async Task<(EmailEnvelope Email, LedgerRecord Record)> FindAsync(CancellationToken cancellationToken)
    {
        EmailEnvelope? email;
        try
        {
            _session = await mailbox.OpenAsync(cancellationToken);
            email = await _session.FindAsync((current.Uid ?? known.Uid).GetValueOrDefault(), cancellationToken);
        }
        catch (Exception exception) when (IsOfTheMailbox(exception))
        {
            throw Unreadable(exception);
        }

        return email is not null && IsMailOf(current, email)
            ? (email, await ledger.FindAsync(email.Id, cancellationToken) ?? current)
            : throw new EmailNotFetchedException(FetchFailure.Gone, "The mail is not in the mailbox any more, or not where it was.", current);
    }

    /// <summary>Fetches the text of the mail. It stays as it is in the mailbox, seen or not.</summary>
    /// <exception cref="EmailNotFetchedException">It cannot be had.</exception>
    public async Task<string> FetchContentAsync(EmailEnvelope email, CancellationToken cancellationToken)
    {
        try
        {
            return (await Session.FetchBodyAsync(email, cancellationToken)).Content;
        }
        catch (Exception exception) when (IsOfTheMailbox(exception))
        {
            throw Unreadable(exception);
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await (_session?.DisposeAsync() ?? ValueTask.CompletedTask);
        }
        finally
        {
            place.Dispose();
        }
    }

    private static bool IsOfTheMailbox(Exception exception) => exception is EmailUnreadableException or MailboxUnavailableException;

    /// <summary>A mail whose headers could not be read is known by its place.</summary>
    private static bool IsMailOf(LedgerRecord record, EmailEnvelope email) => record.Id == email.Id || record.Id == email.Uid.ToString();

    private EmailNotFetchedException Unreadable(Exception exception) => new(FetchFailure.Unreadable, exception.Message, current, exception);
}
