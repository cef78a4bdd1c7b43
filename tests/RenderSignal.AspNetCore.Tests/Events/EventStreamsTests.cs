using System.Net.ServerSentEvents;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using NodaTime.Testing;

namespace RenderSignal.AspNetCore.Tests;

/// <summary>What the streams do as time passes.</summary>
public sealed class EventStreamsTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly ActivityFeed _feed = new(new FakeClock(Records.Start));
    private readonly ApplicationLifetime _lifetime = new(NullLogger<ApplicationLifetime>.Instance);
    private readonly EventStreams _streams;

    public EventStreamsTests() => _streams = new EventStreams(_feed, _time, _lifetime);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_first_ping_comes_at_once_and_says_where_to_go_on_from_and_how_soon()
    {
        await using var stream = Open();
        Assert.True(await stream.MoveNextAsync());

        Assert.Equal(("ping", "{}", _feed.LastId, TimeSpan.FromSeconds(3)), (stream.Current.EventType, stream.Current.Data, stream.Current.EventId, stream.Current.ReconnectionInterval));
    }

    [Fact]
    public async Task While_nothing_happens_a_ping_comes_every_fifteen_seconds()
    {
        await using var stream = Open();
        Assert.True(await stream.MoveNextAsync());
        for (var i = 0; i < 3; i++)
        {
            var next = stream.MoveNextAsync().AsTask();
            _time.Advance(TimeSpan.FromSeconds(14.9));
            Assert.False(next.IsCompleted);
            _time.Advance(TimeSpan.FromSeconds(0.1));
            Assert.True(await next.WaitAsync(Token));
            Assert.Equal(("ping", null), (stream.Current.EventType, stream.Current.EventId));
        }
    }

    [Fact]
    public async Task After_thirty_minutes_the_stream_ends()
    {
        await using var stream = Open();
        Assert.True(await stream.MoveNextAsync());
        var pings = 0;
        while (true)
        {
            var next = stream.MoveNextAsync().AsTask();
            _time.Advance(TimeSpan.FromSeconds(15));
            if (!await next.WaitAsync(Token))
            {
                break;
            }

            pings++;
        }

        Assert.InRange(pings, 118, 120);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(0)]
    [InlineData(-10)]
    public async Task A_stream_ends_with_what_let_its_reader_in(int seconds)
    {
        await using var stream = Open(until: _time.GetUtcNow().AddSeconds(seconds));
        Assert.True(await stream.MoveNextAsync());
        var next = stream.MoveNextAsync().AsTask();

        _time.Advance(TimeSpan.FromSeconds(10));

        Assert.False(await next.WaitAsync(Token));
    }

    [Fact]
    public async Task A_stream_ends_at_once_when_the_process_stops()
    {
        await using var stream = Open();
        Assert.True(await stream.MoveNextAsync());
        var next = stream.MoveNextAsync().AsTask();

        _lifetime.StopApplication();

        Assert.False(await next.WaitAsync(Token));
    }

    [Fact]
    public async Task A_reader_who_leaves_ends_the_stream_without_an_exception()
    {
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(Token);
        await using var stream = Open(cancellationToken: leaving.Token);
        Assert.True(await stream.MoveNextAsync());
        var next = stream.MoveNextAsync().AsTask();

        await leaving.CancelAsync();

        Assert.False(await next.WaitAsync(Token));
    }

    [Fact]
    public async Task What_happens_between_the_first_ping_and_the_next_look_is_not_missed()
    {
        await using var stream = Open();
        Assert.True(await stream.MoveNextAsync());
        _feed.Publish(ActivityEventType.Alert, Records.Sent("a"));

        Assert.True(await stream.MoveNextAsync());
        Assert.Equal(("alert", _feed.LastId), (stream.Current.EventType, stream.Current.EventId));
    }

    [Fact]
    public void The_hundred_and_first_stream_finds_no_place_until_another_one_ends()
    {
        var places = Enumerable.Range(0, EventStreams.MaxStreams).Select(_ => _streams.Enter()).ToList();

        Assert.Equal(StatusCodes.Status503ServiceUnavailable, Assert.Throws<RequestRejectedException>(() => _streams.Enter()).Status);
        places[0].Dispose();
        places[0].Dispose();
        using var free = _streams.Enter();
        Assert.Throws<RequestRejectedException>(() => _streams.Enter());
    }

    private IAsyncEnumerator<SseItem<string>> Open(string? after = null, DateTimeOffset? until = null, CancellationToken? cancellationToken = null) =>
        _streams.ReadAsync(_streams.Enter(until: until), after, cancellationToken ?? Token).GetAsyncEnumerator(CancellationToken.None);
}
