using NodaTime;

namespace RenderSignal;

/// <summary>Counts what becomes of the mails of a running cycle.</summary>
internal sealed class CycleTally
{
    private int _passedOver;
    private int _sent;
    private int _skipped;
    private int _left;
    private int _failed;

    /// <summary>Since when the mail waits that has waited longest; null: none waits.</summary>
    public Instant? WaitingSince { get; private set; }

    /// <summary>Whether something failed that is no fault of a mail, of the mailbox or of a receiver: perhaps a store.</summary>
    public bool MetUnexpectedError { get; set; }

    public void PassOver(int count) => _passedOver += count;

    public void Count(ProcessedEmail email)
    {
        _ = email.Status switch
        {
            EmailStatus.Sent => _sent++,
            EmailStatus.Skipped => _skipped++,
            EmailStatus.Left => _left++,
            _ => _failed++,
        };
        WaitsSince(email.WaitingSince);
    }

    /// <summary>A mail waits.</summary>
    /// <param name="since">Since when; null: it is not known, or it does not wait.</param>
    public void WaitsSince(Instant? since)
    {
        if (since is not null && !(WaitingSince <= since))
        {
            WaitingSince = since;
        }
    }

    public CycleSummary Summarize(TimeSpan elapsed) =>
        new(_sent + _skipped + _left + _failed + _passedOver, _sent, _skipped, _left + _passedOver, _failed, Duration.FromTimeSpan(elapsed));
}
