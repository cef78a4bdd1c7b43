using NodaTime;

namespace RenderSignal.Abstractions.Tests;

public sealed class LedgerCursorTests
{
    [Theory]
    [InlineData("0123456789abcdef0123456789abcdef")]
    [InlineData("uid:1:7")]
    [InlineData("an id ~ of its own")]
    [InlineData(null)]
    public void Its_text_is_read_back_to_the_nanosecond(string? id)
    {
        var cursor = new LedgerCursor(Instant.FromUtc(2026, 11, 5, 10, 0) + Duration.FromNanoseconds(123_456_789), id);

        Assert.Equal(cursor, LedgerCursor.TryParse(cursor.ToString()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("~a")]
    [InlineData("yesterday")]
    [InlineData("2026-11-05T10:00:00")]
    [InlineData("2026-11-05T10:00:00+01:00~a")]
    public void Anything_else_is_no_place(string text) => Assert.Null(LedgerCursor.TryParse(text));
}
