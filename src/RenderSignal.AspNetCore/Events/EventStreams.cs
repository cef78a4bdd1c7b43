using System.Collections.Concurrent;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;

namespace RenderSignal.AspNetCore;

/// <summary>What happens to mails and settings, as streams of server-sent events. A limited number is open at once.</summary>
internal sealed class EventStreams(ActivityFeed feed, TimeProvider time, IHostApplicationLifetime lifetime)
{
    public const int MaxStreams = 100;

    private static readonly TimeSpan PingInterval = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Reconnection = TimeSpan.FromSeconds(3);

    // Whoever is still allowed to listen comes back.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);

    private readonly ConcurrentDictionary<EventPlace, bool> _places = new();

    private int _open;

    /// <param name="session">The id of the built-in sign-in's session that asks; null: something else lets the reader in.</param>
    /// <param name="until">When what lets the reader in expires; null: it does not say.</param>
    /// <returns>What gives the place free when it is disposed of.</returns>
    /// <exception cref="RequestRejectedException">503: all places are taken.</exception>
    public EventPlace Enter(string? session = null, DateTimeOffset? until = null)
    {
        if (Interlocked.Increment(ref _open) <= MaxStreams)
        {
            var left = until - time.GetUtcNow();
            var place = new EventPlace(session, left < TimeSpan.Zero ? TimeSpan.Zero : left < Longest ? left.Value : Longest, time, Leave);
            _places.TryAdd(place, true);
            return place;
        }

        Interlocked.Decrement(ref _open);
        throw new RequestRejectedException(
            StatusCodes.Status503ServiceUnavailable, $"{MaxStreams} event streams are open, and no more are served. Close some, or read /api/emails now and then instead.");
    }

    /// <summary>Ends the streams of a session that somebody signed out of.</summary>
    public void EndSession(string session)
    {
        foreach (var place in _places.Keys.Where(place => place.Session == session))
        {
            place.End();
        }
    }

    /// <param name="place">The reader's place.</param>
    /// <param name="after">The id of the last event that the reader knows; null: none.</param>
    /// <param name="cancellationToken">Ends the stream.</param>
    public async IAsyncEnumerable<SseItem<string>> ReadAsync(EventPlace place, string? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, place.Ended, lifetime.ApplicationStopping);
        var position = after ?? feed.LastId;

        // At once, so that the reader knows that it is connected; with a place to come back to, before anything has happened.
        yield return Ping with { EventId = after is null ? position : null, ReconnectionInterval = Reconnection };

        await using var events = feed.ReadAsync(position, ended.Token).GetAsyncEnumerator(CancellationToken.None);
        var next = events.MoveNextAsync().AsTask();
        try
        {
            while (true)
            {
                await ((Task)next).WaitAsync(PingInterval, time, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                if (!next.IsCompleted)
                {
                    yield return Ping;
                }
                else if (await next)
                {
                    yield return ToItem(events.Current);
                    next = events.MoveNextAsync().AsTask();
                }
                else
                {
                    yield break;
                }
            }
        }
        finally
        {
            // What is read must not be disposed of while it waits.
            await ended.CancelAsync();
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private void Leave(EventPlace place)
    {
        _places.TryRemove(place, out _);
        Interlocked.Decrement(ref _open);
    }

    // Not without data: browsers would not pass it on.
    private static SseItem<string> Ping => new("{}", "ping");

    private static SseItem<string> ToItem(ActivityEvent occurred) =>
        new(JsonSerializer.Serialize(EventData.From(occurred), ApiJson.Options), WireNames.Of(occurred.Type)) { EventId = occurred.Id };
}
