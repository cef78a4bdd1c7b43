using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace RenderSignal.Dedup.Redis;

/// <summary>Whether Redis is there. Says once when it goes, and once when it is back, and tells the board.</summary>
internal sealed class RedisOutage(
    RedisConnection connection, ComponentBoard board, IOptions<RedisOptions> options, TimeProvider time, ILogger<RedisOutage> logger)
{
    private readonly string _sending = options.Value.UsesLease
        ? "mails are sent for as long as this server's lease on the mailbox lasts, if it has it, and then they wait"
        : "mails are sent as ever";

    private readonly Lock _gate = new();
    private RedisState _state = RedisState.Available;
    private bool _isTold;
    private long _since;

    public RedisState State
    {
        get
        {
            lock (_gate)
            {
                return _state;
            }
        }
    }

    /// <summary>For how long it has been away; zero while it is there.</summary>
    public TimeSpan Length
    {
        get
        {
            lock (_gate)
            {
                return _isTold ? time.GetElapsedTime(_since) : TimeSpan.Zero;
            }
        }
    }

    /// <summary>Redis failed, so that it can be asked for this much at the most.</summary>
    public void Begin(RedisState state, Exception exception) => Begin(state, RedisFailure.Describe(exception));

    /// <summary>As <see cref="Begin(RedisState, Exception)"/>.</summary>
    public void Begin(RedisState state, string reason)
    {
        bool first;
        string trouble;
        lock (_gate)
        {
            first = !_isTold;
            _isTold = true;
            _since = first ? time.GetTimestamp() : _since;
            _state = state < _state ? state : _state;
            trouble = _state == RedisState.ReadOnly ? "is read, but takes no writes" : "is away";
            board.Failed(ComponentNames.Redis, $"Redis at {connection.Servers} {trouble}: {reason}");
        }

        if (first)
        {
            logger.RedisAway(connection.Servers, trouble, reason, _sending);
        }
        else
        {
            logger.RedisStillAway(reason);
        }
    }

    /// <summary>Redis is there, but has still to be given what this server knows: until then it is not asked. Nobody needs to be told.</summary>
    public void Hold()
    {
        lock (_gate)
        {
            _state = RedisState.Away;
        }
    }

    /// <summary>Redis answers again; whether it takes something is still to be seen.</summary>
    public void Ease()
    {
        lock (_gate)
        {
            _state = _state == RedisState.Away ? RedisState.ReadOnly : _state;
        }
    }

    /// <summary>Redis reads and writes, and this many entries were written that had waited for it.</summary>
    public void End(int written)
    {
        bool wasAway;
        lock (_gate)
        {
            wasAway = _isTold;
            _isTold = false;
            _state = RedisState.Available;
            board.Succeeded(ComponentNames.Redis);
        }

        if (wasAway)
        {
            logger.RedisBack(connection.Servers, time.GetElapsedTime(_since).TotalSeconds, written);
        }
        else if (written > 0)
        {
            logger.BacklogWritten(written, connection.Servers);
        }
    }
}
