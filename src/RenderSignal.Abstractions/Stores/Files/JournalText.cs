using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.IO.Pipelines;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace RenderSignal;

/// <summary>Lines of JSON, each ended by a line feed.</summary>
internal static class JournalText
{
    /// <summary>Reads a journal from its start; hands each line to <paramref name="apply"/>.</summary>
    public static async Task<JournalContent> ReadAsync<TLine>(
        Stream stream, JsonTypeInfo<TLine> type, Action<TLine> apply, CancellationToken cancellationToken)
    {
        var content = new JournalContent();
        var reader = PipeReader.Create(stream, new StreamPipeReaderOptions(bufferSize: 65_536, leaveOpen: true));
        ReadResult read;
        do
        {
            read = await reader.ReadAsync(cancellationToken);
            var rest = read.Buffer;
            while (rest.PositionOf((byte)'\n') is { } end)
            {
                content.Accept(rest.Slice(0, end), type, apply);
                rest = rest.Slice(rest.GetPosition(1, end));
            }

            if (read.IsCompleted && !rest.IsEmpty)
            {
                content.AcceptTail(rest, type, apply);
            }

            reader.AdvanceTo(read.IsCompleted ? rest.End : rest.Start, rest.End);
        }
        while (!read.IsCompleted);

        await reader.CompleteAsync();
        return content;
    }

    /// <summary>Writes lines; returns how many.</summary>
    public static int Write<TLine>(Stream stream, JsonTypeInfo<TLine> type, IEnumerable<TLine> lines)
    {
        var count = 0;
        foreach (var line in lines)
        {
            stream.Write(Format(line, type));
            count++;
        }

        return count;
    }

    public static byte[] Format<TLine>(TLine line, JsonTypeInfo<TLine> type) => [.. JsonSerializer.SerializeToUtf8Bytes(line, type), (byte)'\n'];

    public static bool TryParse<TLine>(ReadOnlySequence<byte> text, JsonTypeInfo<TLine> type, [NotNullWhen(true)] out TLine? line)
    {
        try
        {
            var reader = new Utf8JsonReader(text);
            line = JsonSerializer.Deserialize(ref reader, type);

            // Two lines that lost the line feed between them are no line.
            return !reader.Read() && line is not null;
        }
        catch (JsonException)
        {
            line = default;
            return false;
        }
    }
}
