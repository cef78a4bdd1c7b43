using Microsoft.Extensions.Logging;
using StackExchange.Redis;

namespace RenderSignal.Dedup.Redis;

/// <summary>
/// One term of the lease: renewed in the background until it is disposed of or lost. Whether it is still held is judged by this machine's
/// clocks, from the moment before the last renewal was asked for: also by a process or a machine that was stopped meanwhile.
/// </summary>
internal sealed class LeaseTerm : IPollerLease
{
    private readonly RedisLink _link;
    private readonly RedisRecovery _recovery;
    private readonly LeaseHolder _server;
    private readonly CurrentLease _current;
    private readonly TimeSpan _duration;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly CancellationTokenSource _stopped = new();
    private readonly CancellationTokenSource _lost;
    private readonly CancellationTokenSource _ended;
    private readonly Task _renewing;
    private Moment _confirmed;
    private volatile bool _isTaken;

    /// <param name="key">The record.</param>
    /// <param name="number">The term's number.</param>
    /// <param name="asked">When it was asked for.</param>
    /// <param name="duration">How long it lasts without being renewed.</param>
    /// <param name="link">Redis.</param>
    /// <param name="recovery">Told when the record was lost.</param>
    /// <param name="server">This process.</param>
    /// <param name="current">What this term ends in when it is disposed of.</param>
    /// <param name="time">What elapses.</param>
    /// <param name="logger">Hears of the end.</param>
    public LeaseTerm(
        RedisKey key, long number, Moment asked, TimeSpan duration, RedisLink link, RedisRecovery recovery, LeaseHolder server, CurrentLease current, TimeProvider time, ILogger logger)
    {
        (Key, Number, _confirmed, _duration) = (key, number, asked, duration);
        (_link, _recovery, _server, _current, _time, _logger) = (link, recovery, server, current, time, logger);
        _lost = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        _ended = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        _ended.Token.UnsafeRegister(_ => TellEnd(), null);
        SetAlarms();
        _renewing = Task.Run(RenewUntilStoppedAsync);
    }

    public RedisKey Key { get; }

    public long Number { get; }

    public CancellationToken Lost => _lost.Token;

    /// <summary>Cancelled when nothing may be done under this term any more.</summary>
    public CancellationToken Ended => _ended.Token;

    public bool IsHeld => Left > TimeSpan.Zero;

    /// <summary>For how long it is held without another word from Redis; zero or less: it is lost.</summary>
    public TimeSpan Left => _isTaken || _ended.IsCancellationRequested ? TimeSpan.Zero : LastsFor - SinceConfirmed;

    // Two tenths of the term for what is in hand, and one for clocks that differ and for commands on their way.
    private TimeSpan BeginsToEndAfter => _duration * 0.7;

    private TimeSpan LastsFor => _duration * 0.9;

    private TimeSpan SinceConfirmed => Volatile.Read(ref _confirmed).Elapsed(_time);

    /// <exception cref="LeaseLostException">It is not held any more.</exception>
    public void ThrowIfLost()
    {
        if (!IsHeld)
        {
            throw new LeaseLostException("the lease on the mailbox is lost, and another server may poll it by now.");
        }
    }

    /// <summary>Asks Redis for another spell, now.</summary>
    /// <returns>Whether the lease is held.</returns>
    public async Task<bool> RenewAsync()
    {
        if (!IsHeld)
        {
            return false;
        }

        var asked = Moment.Now(_time);
        var answer = await _link.InsistAsync<(bool IsHeld, bool WasGone)?>(
            "renew_lease", async database => await LeaseScripts.RenewAsync(database, Key, _server, _duration, Number), null);
        if (answer is not { } known)
        {
            return IsHeld;
        }

        if (!known.IsHeld)
        {
            _isTaken = true;
            await _lost.CancelAsync(); // first: what is cut short by the other must know why
            await _ended.CancelAsync();
            _recovery.Start();
            return false;
        }

        Volatile.Write(ref _confirmed, asked);
        SetAlarms();
        if (known.WasGone)
        {
            _logger.LeaseGivenBack();
            _recovery.Start();
        }

        return IsHeld;
    }

    /// <summary>Gives the lease free, so that another server has it at once.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stopped.CancelAsync();
        try
        {
            await _renewing;
            if (IsHeld)
            {
                await _link.InsistAsync("release_lease", ReleaseAsync, false);
            }
        }
        finally
        {
            _current.End(this);
            _stopped.Dispose();
            _lost.Dispose();
            _ended.Dispose();
        }

        async Task<bool> ReleaseAsync(IDatabase database)
        {
            await LeaseScripts.ReleaseAsync(database, Key, _server, Number);
            return true;
        }
    }

    private async Task RenewUntilStoppedAsync()
    {
        while (!_stopped.IsCancellationRequested)
        {
            // A quarter of the term, and after a failure sooner: a Redis that is back in time must not cost the lease.
            var pause = SinceConfirmed < _duration / 4 ? _duration / 4 : _duration / 20;
            await Task.Delay(pause, _time, _stopped.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!_stopped.IsCancellationRequested && !await RenewAsync())
            {
                return;
            }
        }
    }

    private void TellEnd()
    {
        if (_link.IsAvailable)
        {
            _logger.LeaseTakenAway();
        }
        else
        {
            _logger.LeaseNotRenewed(SinceConfirmed.TotalSeconds);
        }
    }

    private void SetAlarms()
    {
        var since = SinceConfirmed;
        _lost.CancelAfter(Positive(BeginsToEndAfter - since));
        _ended.CancelAfter(Positive(LastsFor - since));
    }

    private static TimeSpan Positive(TimeSpan span) => span > TimeSpan.Zero ? span : TimeSpan.Zero;
}
