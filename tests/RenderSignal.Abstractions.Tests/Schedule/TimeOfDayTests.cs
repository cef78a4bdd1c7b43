using NodaTime;

namespace RenderSignal.Abstractions.Tests;

public sealed class TimeOfDayTests
{
    [Theory]
    [InlineData("09h30", 9, 30)]
    [InlineData("9h30", 9, 30)]
    [InlineData("0h00", 0, 0)]
    [InlineData("23:59", 23, 59)]
    [InlineData(" 7H05\t", 7, 5)]
    public void A_time_is_read_as_operators_write_it(string text, int hour, int minute) =>
        Assert.Equal(new LocalTime(hour, minute), TimeOfDay.TryParse(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("9h")]
    [InlineData("9h5")]
    [InlineData("h30")]
    [InlineData("24h00")]
    [InlineData("23h60")]
    [InlineData("009h30")]
    [InlineData("9h300")]
    [InlineData("9:30:00")]
    [InlineData("9.30")]
    [InlineData("0930")]
    [InlineData("-9h30")]
    [InlineData("+9h30")]
    [InlineData("9 h30")]
    [InlineData("9h 30")]
    [InlineData("٠٩h٣٠")]
    public void Anything_else_is_none(string? text) => Assert.Null(TimeOfDay.TryParse(text));
}
