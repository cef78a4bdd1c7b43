using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using NodaTime;

namespace RenderSignal;

/// <summary>What happens to mails and settings, as it happens. Keeps the newest 1,000 events for readers that come back; safe for concurrent use.</summary>
public sealed class ActivityFeed(IClock clock)
{
    private const int Capacity = 1000;

    // Numbers begin anew with each process: an id of an earlier one, or of another server, must not be taken for one of this.
    private readonly string _epoch = string.Create(
        CultureInfo.InvariantCulture, $"{clock.GetCurrentInstant().ToUnixTimeTicks():x}{RandomNumberGenerator.GetInt32(0x10000):x4}");
    private readonly Lock _sync = new();
    private readonly Queue<ActivityEvent> _kept = new(Capacity);
    private TaskCompletionSource _more = NewSignal();
    private long _last;

    /// <summary>The id of the newest event: what to read after for all that happens from now on.</summary>
    public string LastId
    {
        get
        {
            lock (_sync)
            {
                return IdOf(_last);
            }
        }
    }

    /// <summary>Tells all readers of a mail.</summary>
    public void Publish(ActivityEventType type, LedgerRecord email, WebhookLogEntry? delivery = null) =>
        Publish(id => new ActivityEvent(id, type) { Email = email, Delivery = delivery });

    /// <summary>Tells all readers that a settings document has another version now.</summary>
    public void Publish(SettingsDocument document, string version) =>
        Publish(id => new ActivityEvent(id, ActivityEventType.Settings) { Document = document, Version = version });

    /// <summary>
    /// Tells all readers of something that another process published on its own feed. Who carries events from process to process reads
    /// each feed as any reader does, and leaves out what is <see cref="ActivityEvent.IsRelayed"/>.
    /// </summary>
    /// <param name="occurred">What was published there. Here it gets an id of this feed.</param>
    public void Relay(ActivityEvent occurred) => Publish(id => occurred with { Id = id, IsRelayed = true });

    /// <summary>Tells all readers of this process that other processes may have published something that did not get here.</summary>
    public void Reset() => Publish(id => new ActivityEvent(id, ActivityEventType.Reset) { IsRelayed = true });

    /// <summary>
    /// The events after one, then each as it happens, until the token is cancelled. A reader that falls so far behind that events it has
    /// not read are no longer kept gets <see cref="ActivityEventType.Reset"/> in their place.
    /// </summary>
    /// <param name="after">
    /// The id of the last event that is known; null: only what happens after this call. For an id that is no longer kept, or one of an
    /// earlier process, the first event is <see cref="ActivityEventType.Reset"/>.
    /// </param>
    /// <param name="cancellationToken">Ends the reading without an exception.</param>
    public IAsyncEnumerable<ActivityEvent> ReadAsync(string? after, CancellationToken cancellationToken) =>
        ReadFromAsync(Begin(after), cancellationToken);

    private void Publish(Func<string, ActivityEvent> occurred)
    {
        TaskCompletionSource waiting;
        lock (_sync)
        {
            _last++;
            if (_kept.Count == Capacity)
            {
                _kept.Dequeue();
            }

            _kept.Enqueue(occurred(IdOf(_last)));
            (waiting, _more) = (_more, NewSignal());
        }

        waiting.SetResult();
    }

    private async IAsyncEnumerable<ActivityEvent> ReadFromAsync(long position, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            var (events, more) = Take(ref position);
            foreach (var occurred in events)
            {
                yield return occurred;
            }

            if (events.Count == 0)
            {
                await more.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <returns>The number of the last event that the reader knows; -1: none that is still known here.</returns>
    private long Begin(string? after)
    {
        lock (_sync)
        {
            if (after is null)
            {
                return _last;
            }

            return after.Split('-') is [var epoch, var number]
                && epoch == _epoch
                && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var position)
                && position <= _last
                    ? position
                    : -1;
        }
    }

    private (IReadOnlyList<ActivityEvent> Events, Task More) Take(ref long position)
    {
        lock (_sync)
        {
            var first = _last - _kept.Count;
            var known = position;
            position = _last;
            return known < first
                ? ([new ActivityEvent(IdOf(_last), ActivityEventType.Reset)], _more.Task)
                : ([.. _kept.Skip((int)(known - first))], _more.Task);
        }
    }

    private string IdOf(long number) => string.Create(CultureInfo.InvariantCulture, $"{_epoch}-{number}");

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
