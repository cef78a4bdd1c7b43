using NodaTime;
using NodaTime.Testing;

namespace RenderSignal.Abstractions.Tests;

public sealed class ActivityFeedTests
{
    private readonly FakeClock _clock = new(Instant.FromUtc(2026, 11, 4, 9, 0));
    private readonly ActivityFeed _feed;

    public ActivityFeedTests() => _feed = new ActivityFeed(_clock);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_reader_hears_what_happens_after_it_asked_and_nothing_from_before()
    {
        Publish("before");
        var events = _feed.ReadAsync(null, Token);
        Publish("after");

        var occurred = Assert.Single(await TakeAsync(events, 1));

        Assert.Equal((ActivityEventType.Decision, "after"), (occurred.Type, occurred.Email?.Id));
    }

    [Fact]
    public async Task A_reader_that_waits_is_told_at_once()
    {
        var waiting = TakeAsync(_feed.ReadAsync(null, Token), 2);
        Publish("a");
        Publish("b");

        Assert.Equal(["a", "b"], Ids(await waiting));
    }

    [Fact]
    public async Task A_delivery_comes_with_its_send()
    {
        var entry = Records.Full.Log[0];
        var events = _feed.ReadAsync(null, Token);
        _feed.Publish(ActivityEventType.Delivery, Records.Full, entry);

        var occurred = Assert.Single(await TakeAsync(events, 1));

        Assert.Equal((ActivityEventType.Delivery, entry), (occurred.Type, occurred.Delivery));
    }

    [Fact]
    public async Task A_reader_that_comes_back_gets_exactly_what_it_missed()
    {
        var known = await TakeAsync(_feed.ReadAsync(_feed.LastId, Token), 1, () => Publish("known"));
        Publish("missed 1");
        Publish("missed 2");

        var events = _feed.ReadAsync(known[0].Id, Token);
        Publish("new");

        Assert.Equal(["missed 1", "missed 2", "new"], Ids(await TakeAsync(events, 3)));
    }

    [Fact]
    public async Task Who_has_heard_nothing_yet_can_come_back_too()
    {
        Publish("before");
        var position = _feed.LastId;
        Publish("missed");

        Assert.Equal(["missed"], Ids(await TakeAsync(_feed.ReadAsync(position, Token), 1)));
    }

    [Fact]
    public async Task The_newest_thousand_are_kept_and_who_missed_more_is_told_so_and_goes_on()
    {
        var start = _feed.LastId;
        Publish("first");
        var afterFirst = _feed.LastId;
        for (var i = 0; i < 1000; i++)
        {
            Publish($"{i}");
        }

        Assert.Equal(1000, (await TakeAsync(_feed.ReadAsync(afterFirst, Token), 1000)).Count);

        await using var events = _feed.ReadAsync(start, Token).GetAsyncEnumerator(Token);
        Assert.True(await events.MoveNextAsync());
        Assert.Equal((ActivityEventType.Reset, null), (events.Current.Type, events.Current.Email));
        Publish("next");
        Assert.True(await events.MoveNextAsync());
        Assert.Equal("next", events.Current.Email?.Id);
    }

    [Fact]
    public async Task After_a_reset_a_reader_can_come_back_to_it()
    {
        Publish("a");
        var reset = (await TakeAsync(_feed.ReadAsync("unknown", Token), 1))[0];
        Publish("b");

        Assert.Equal(ActivityEventType.Reset, reset.Type);
        Assert.Equal(["b"], Ids(await TakeAsync(_feed.ReadAsync(reset.Id, Token), 1)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("{0}-2")]
    [InlineData("{0}--1")]
    [InlineData("{0}-+1")]
    [InlineData("{0}-1-1")]
    [InlineData("{0}-99999999999999999999")]
    [InlineData("x\r\ny")]
    public async Task An_id_that_was_never_given_is_no_place_to_go_on_from(string id)
    {
        Publish("a");
        var epoch = _feed.LastId.Split('-')[0];

        var taken = await TakeAsync(_feed.ReadAsync(id.Replace("{0}", epoch, StringComparison.Ordinal), Token), 1);

        Assert.Equal(ActivityEventType.Reset, taken[0].Type);
    }

    [Fact]
    public async Task An_id_of_an_earlier_process_is_no_id_of_this_one()
    {
        Publish("a");
        _clock.AdvanceSeconds(1);
        var later = new ActivityFeed(_clock);
        later.Publish(ActivityEventType.Decision, Records.At(_clock, "b"));

        Assert.Equal(ActivityEventType.Reset, (await TakeAsync(later.ReadAsync(_feed.LastId, Token), 1))[0].Type);
    }

    [Fact]
    public async Task What_another_process_published_is_told_as_relayed_under_an_id_of_this_one()
    {
        var other = new ActivityFeed(_clock);
        var published = other.ReadAsync(null, Token);
        other.Publish(ActivityEventType.Delivery, Records.Full, Records.Full.Log[0]);
        var known = _feed.LastId;

        _feed.Relay((await TakeAsync(published, 1))[0]);
        _feed.Reset();

        var told = await TakeAsync(_feed.ReadAsync(known, Token), 2);
        Assert.Equal([(ActivityEventType.Delivery, true), (ActivityEventType.Reset, true)], told.Select(occurred => (occurred.Type, occurred.IsRelayed)));
        Assert.Equal((Records.Full, Records.Full.Log[0]), (told[0].Email, told[0].Delivery));
        Assert.Equal("told", (await TakeAsync(_feed.ReadAsync(told[0].Id, Token), 2, () => Publish("told")))[1].Email?.Id);
    }

    [Fact]
    public async Task Two_servers_that_start_at_the_same_instant_do_not_take_each_other_s_ids_for_their_own()
    {
        var other = new ActivityFeed(_clock);
        other.Publish(ActivityEventType.Decision, Records.At(_clock, "there"));
        Publish("here");

        Assert.Equal(ActivityEventType.Reset, (await TakeAsync(_feed.ReadAsync(other.LastId, Token), 1))[0].Type);
    }

    [Fact]
    public async Task A_slow_reader_holds_nobody_up_and_learns_that_it_missed_something()
    {
        await using var slow = _feed.ReadAsync(null, Token).GetAsyncEnumerator(Token);
        Publish("first");
        Assert.True(await slow.MoveNextAsync());
        for (var i = 0; i < 1001; i++)
        {
            Publish($"{i}");
        }

        Assert.True(await slow.MoveNextAsync());
        Assert.Equal(ActivityEventType.Reset, slow.Current.Type);
        var next = slow.MoveNextAsync();
        Publish("last");
        Assert.True(await next);
        Assert.Equal("last", slow.Current.Email?.Id);
    }

    [Fact]
    public async Task Many_readers_and_writers_at_once_all_get_everything_in_one_order()
    {
        const int Writers = 4, Each = 100;
        var readers = Enumerable.Range(0, 50).Select(_ => _feed.ReadAsync(null, Token)).ToList();
        var reading = readers.Select(events => Task.Run(() => TakeAsync(events, Writers * Each), Token)).ToList();

        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(
            () =>
            {
                for (var i = 0; i < Each; i++)
                {
                    Publish($"{writer}:{i}");
                }
            },
            Token)));

        var all = await Task.WhenAll(reading);
        Assert.Equal(Writers * Each, Ids(all[0]).Distinct().Count());
        Assert.All(all, taken => Assert.Equal(Ids(all[0]), Ids(taken)));
    }

    [Fact]
    public async Task Reading_ends_without_an_exception_when_it_is_cancelled()
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(Token);
        await using var events = _feed.ReadAsync(null, ending.Token).GetAsyncEnumerator(Token);
        var next = events.MoveNextAsync();

        await ending.CancelAsync();

        Assert.False(await next);
    }

    private static IEnumerable<string?> Ids(IEnumerable<ActivityEvent> events) => events.Select(occurred => occurred.Email?.Id);

    /// <param name="events">The reading.</param>
    /// <param name="count">How many to take.</param>
    /// <param name="meanwhile">Done when the reading has begun.</param>
    private static async Task<List<ActivityEvent>> TakeAsync(IAsyncEnumerable<ActivityEvent> events, int count, Action? meanwhile = null)
    {
        var taking = Task.Run(async () => await events.Take(count).ToListAsync(Token), Token);
        meanwhile?.Invoke();
        return await taking.WaitAsync(TimeSpan.FromSeconds(10), TimeProvider.System, Token);
    }

    private void Publish(string id) => _feed.Publish(ActivityEventType.Decision, Records.At(_clock, id));
}
