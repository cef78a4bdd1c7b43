using System.Buffers;
using System.Text.Json.Serialization.Metadata;

namespace RenderSignal;

/// <summary>What was met in a journal file.</summary>
internal sealed class JournalContent
{
    /// <summary>All lines, also the damaged ones.</summary>
    public int Lines { get; private set; }

    /// <summary>The numbers, from 1, of the lines that cannot be understood.</summary>
    public List<int> DamagedLines { get; } = [];

    /// <summary>How many bytes the ended lines take.</summary>
    public long Length { get; private set; }

    /// <summary>How many bytes follow that are no line: a write was cut short.</summary>
    public long TornBytes { get; private set; }

    /// <summary>Whether the last line is whole and only its line feed is missing: an editor left it out.</summary>
    public bool EndsWithoutLineFeed { get; private set; }

    public void Accept<TLine>(ReadOnlySequence<byte> text, JsonTypeInfo<TLine> type, Action<TLine> apply)
    {
        Lines++;
        Length += text.Length + 1;
        if (JournalText.TryParse(text, type, out var line))
        {
            apply(line);
        }
        else
        {
            DamagedLines.Add(Lines);
        }
    }

    public void AcceptTail<TLine>(ReadOnlySequence<byte> text, JsonTypeInfo<TLine> type, Action<TLine> apply)
    {
        if (JournalText.TryParse(text, type, out var line))
        {
            Lines++;
            Length += text.Length;
            EndsWithoutLineFeed = true;
            apply(line);
        }
        else
        {
            TornBytes = text.Length;
        }
    }
}
