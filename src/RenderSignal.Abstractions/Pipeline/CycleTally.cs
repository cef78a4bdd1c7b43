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

    /// <summary>Since when the mail waits that is to be sent and has waited longest; null: none waits.</summary>
    public Instant? WaitingSince { get; private set; }

    public void PassOver(int count) => _passedOver += count;

    public void Count(ProcessedEmail email)
    {
        Count(email.Status);
        if (email.WaitingSince is { } since && !(WaitingSince <= since))
        {
            WaitingSince = since;
        }
    }

    public void Count(EmailStatus status) => _ = status switch
    {
        EmailStatus.Sent => _sent++,
        EmailStatus.Skipped => _skipped++,
        EmailStatus.Left => _left++,
        _ => _failed++,
    };

    public CycleSummary Summarize(TimeSpan elapsed) =>
        new(_sent + _skipped + _left + _failed + _passedOver, _sent, _skipped, _left + _passedOver, _failed, Duration.FromTimeSpan(elapsed));
}
