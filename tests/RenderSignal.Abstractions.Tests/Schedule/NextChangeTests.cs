using NodaTime;
using NodaTime.Text;

namespace RenderSignal.Abstractions.Tests;

/// <summary>When a window next opens or closes, in Paris: clocks go forward on 2026-03-29 at 01:00 UTC, back on 2026-10-25 at 01:00 UTC.</summary>
public sealed class NextChangeTests
{
    private static readonly DateTimeZone Paris = DateTimeZoneProviders.Tzdb["Europe/Paris"];

    [Theory]
    [InlineData("09h00", "17h00", "2026-11-05T07:00:00Z", "2026-11-05T08:00:00Z")] // opens today
    [InlineData("09h00", "17h00", "2026-11-05T08:00:00Z", "2026-11-05T16:00:00Z")] // has just opened
    [InlineData("09h00", "17h00", "2026-11-05T16:00:00Z", "2026-11-06T08:00:00Z")] // has just closed
    [InlineData("22h00", "06h00", "2026-11-05T22:00:00Z", "2026-11-06T05:00:00Z")] // across midnight
    [InlineData("22h00", "06h00", "2026-11-06T05:00:00Z", "2026-11-06T21:00:00Z")]
    [InlineData("00h00", "23h59", "2026-11-05T22:30:00Z", "2026-11-05T22:59:00Z")]
    public void A_window_changes_at_its_sides(string start, string end, string now, string change) => AssertChange(change, start, end, now);

    [Theory]
    [InlineData("09h00", "17h00", "2026-03-28T17:00:00Z", "2026-03-29T07:00:00Z")] // the night is an hour shorter
    [InlineData("02h30", "09h00", "2026-03-29T00:00:00Z", "2026-03-29T01:00:00Z")] // 02h30 is left out: it opens at 03h00
    [InlineData("00h30", "02h30", "2026-03-29T00:00:00Z", "2026-03-29T01:00:00Z")] // it closes at 03h00
    [InlineData("02h10", "02h50", "2026-03-29T00:00:00Z", "2026-03-30T00:10:00Z")] // the whole window is left out
    public void A_side_in_the_hour_that_is_left_out_is_passed_by_the_change_of_clocks(string start, string end, string now, string change) =>
        AssertChange(change, start, end, now);

    [Theory]
    [InlineData("09h00", "17h00", "2026-10-24T16:00:00Z", "2026-10-25T08:00:00Z")] // the night is an hour longer
    [InlineData("01h00", "02h30", "2026-10-25T00:00:00Z", "2026-10-25T00:30:00Z")] // closes at the first 02h30
    [InlineData("01h00", "02h30", "2026-10-25T00:30:00Z", "2026-10-25T01:00:00Z")] // and is open again from the second 02h00
    [InlineData("01h00", "02h30", "2026-10-25T01:00:00Z", "2026-10-25T01:30:00Z")] // to the second 02h30
    [InlineData("02h30", "09h00", "2026-10-25T00:30:00Z", "2026-10-25T01:00:00Z")] // closed again by the change
    public void A_side_in_the_hour_that_comes_twice_is_passed_twice(string start, string end, string now, string change) =>
        AssertChange(change, start, end, now);

    [Theory]
    [InlineData(null, null)]
    [InlineData("09h00", null)]
    [InlineData("10h00", "10h00")] // never open
    public void A_window_that_never_changes_says_so(string? start, string? end) =>
        Assert.Null(new TimeWindow(start, end).NextChange(Instant.FromUtc(2026, 11, 5, 9, 0).InZone(Paris)));

    [Fact]
    public void The_window_is_the_same_until_it_changes()
    {
        var window = new TimeWindow("01h15", "02h45");
        var now = Instant.FromUtc(2026, 10, 24, 0, 0);
        var end = Instant.FromUtc(2026, 10, 27, 0, 0);
        while (now < end)
        {
            var change = window.NextChange(now.InZone(Paris))!.Value;
            var isOpen = window.IsOpenAt(now.InZone(Paris).TimeOfDay);
            for (; now < change; now += Duration.FromMinutes(1))
            {
                Assert.Equal(isOpen, window.IsOpenAt(now.InZone(Paris).TimeOfDay));
            }

            Assert.NotEqual(isOpen, window.IsOpenAt(change.InZone(Paris).TimeOfDay));
            now = change;
        }
    }

    private static void AssertChange(string expected, string start, string end, string now) => Assert.Equal(
        InstantPattern.General.Parse(expected).Value, new TimeWindow(start, end).NextChange(InstantPattern.General.Parse(now).Value.InZone(Paris)));
}
