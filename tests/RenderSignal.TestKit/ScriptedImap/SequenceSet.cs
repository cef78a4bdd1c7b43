using System.Globalization;

namespace RenderSignal.TestKit;

/// <summary>Numbers of mails such as <c>1:3,7,9:*</c> (RFC 3501 section 9, sequence-set).</summary>
internal sealed class SequenceSet
{
    private readonly List<(uint First, uint Last)> _ranges;

    private SequenceSet(List<(uint First, uint Last)> ranges) => _ranges = ranges;

    /// <param name="text">The set.</param>
    /// <param name="largest">What the star stands for.</param>
    /// <exception cref="ImapSyntaxException">It is not a set.</exception>
    public static SequenceSet Parse(string text, uint largest) =>
        new([.. text.Split(',').Select(range => ParseRange(range, largest))]);

    public bool Contains(uint number) => _ranges.Exists(range => range.First <= number && number <= range.Last);

    private static (uint First, uint Last) ParseRange(string range, uint largest)
    {
        var ends = range.Split(':', 2);
        var (one, other) = (Number(ends[0], largest), Number(ends[^1], largest));
        return (Math.Min(one, other), Math.Max(one, other));
    }

    private static uint Number(string text, uint largest) =>
        text == "*" ? largest
        : uint.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number
        : throw new ImapSyntaxException($"{text} is no number of a mail.");
}
