using System.Buffers;
using System.IO.Pipelines;
using System.Text;

namespace RenderSignal.TestKit;

/// <summary>Reads lines and literals of bounded size; one character stands for one octet.</summary>
internal sealed class ImapInput(Stream stream)
{
    private const int MaxLineLength = 64 * 1024;
    private const int MaxLiteralLength = 32 * 1024 * 1024;

    private readonly PipeReader _reader = PipeReader.Create(stream);

    /// <returns>The line without its end; null when the client closed the connection.</returns>
    public async Task<string?> ReadLineAsync()
    {
        while (true)
        {
            var read = await _reader.ReadAsync();
            if (read.Buffer.PositionOf((byte)'\n') is { } end)
            {
                var line = Encoding.Latin1.GetString(read.Buffer.Slice(0, end)).TrimEnd('\r');
                _reader.AdvanceTo(read.Buffer.GetPosition(1, end));
                return line;
            }

            if (read.IsCompleted)
            {
                return null;
            }

            if (read.Buffer.Length > MaxLineLength)
            {
                throw new IOException($"The client sent a line longer than {MaxLineLength} octets.");
            }

            _reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    public async Task<string> ReadLiteralAsync(int length)
    {
        if (length > MaxLiteralLength)
        {
            throw new IOException($"The client announced a literal of {length} octets; {MaxLiteralLength} are allowed.");
        }

        var read = await _reader.ReadAtLeastAsync(length);
        if (read.Buffer.Length < length)
        {
            throw new IOException("The client closed the connection within a literal.");
        }

        var literal = Encoding.Latin1.GetString(read.Buffer.Slice(0, length));
        _reader.AdvanceTo(read.Buffer.GetPosition(length));
        return literal;
    }
}
