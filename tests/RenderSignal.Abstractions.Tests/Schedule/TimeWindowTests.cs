using NodaTime;

namespace RenderSignal.Abstractions.Tests;

public sealed class TimeWindowTests
{
    [Theory]
    [InlineData("09h00", "17h00", "08h59", false, true)]
    [InlineData("09h00", "17h00", "09h00", true, false)]
    [InlineData("09h00", "17h00", "16h59", true, false)]
    [InlineData("09h00", "17h00", "17h00", false, false)]
    [InlineData("22h00", "06h00", "21h59", false, true)]
    [InlineData("22h00", "06h00", "22h00", true, false)]
    [InlineData("22h00", "06h00", "00h00", true, false)]
    [InlineData("22h00", "06h00", "05h59", true, false)]
    [InlineData("22h00", "06h00", "06h00", false, true)]
    [InlineData("10h00", "10h00", "10h00", false, false)]
    [InlineData("10h00", "10h00", "11h00", false, false)]
    [InlineData("00h00", "23h59", "23h58", true, false)]
    [InlineData(null, "17h00", "20h00", true, false)]
    [InlineData("09h00", null, "08h00", true, false)]
    [InlineData("9", "17h00", "20h00", true, false)]
    [InlineData(null, null, "00h00", true, false)]
    public void A_window_is_open_from_start_to_before_end(string? start, string? end, string now, bool isOpen, bool opensLater)
    {
        var (window, time) = (new TimeWindow(start, end), TimeOfDay.TryParse(now)!.Value);

        Assert.Equal((isOpen, opensLater), (window.IsOpenAt(time), window.OpensLaterThan(time)));
    }

    [Fact]
    public void The_last_moment_before_the_end_is_within()
    {
        var window = new TimeWindow("09h00", "17h00");

        Assert.True(window.IsOpenAt(new LocalTime(17, 0).PlusNanoseconds(-1)));
        Assert.False(window.IsOpenAt(new LocalTime(9, 0).PlusNanoseconds(-1)));
    }

    [Fact]
    public void A_window_keeps_its_sides_as_written()
    {
        var window = new TimeWindow("9:05", "midi");

        Assert.Equal(("9:05", "midi"), (window.StartText, window.EndText));
        Assert.Equal((new LocalTime(9, 5), null), (window.Start, window.End));
        Assert.False(window.IsBounded);
        Assert.False(TimeWindow.AlwaysOpen.IsBounded);
    }
}
