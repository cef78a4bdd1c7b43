using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Logging;

namespace RenderSignal;

/// <summary>
/// A journal in an append-only file. A line is on the disk before the call that added it returns; the file is read once, at the first
/// use, and rewritten when it has grown to well over twice its content. After any failure the file is read again: it alone is the truth.
/// </summary>
internal sealed class FileJournal<TState, TLine>(
    DataFolder folder, string fileName, JsonTypeInfo<TLine> type, Func<TState> empty, ComponentBoard board, ILogger logger) : IJournal<TState, TLine>, IDisposable
    where TState : class, IJournalState<TLine>
{
    /// <summary>How many superfluous lines are never worth a rewriting.</summary>
    private const int Slack = 1000;

    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly string _path = folder.PathOf(fileName);
    private OpenJournal? _open;

    public async Task<TResult> ReadAsync<TResult>(Func<TState, TResult> read, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            _open ??= await LoadAsync(cancellationToken);
            return read(_open.State);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            board.Failed(ComponentNames.Stores, $"{_path} cannot be read: {e.Message}");
            throw;
        }
        finally
        {
            _gate.Release();
        }
    }

    public Task AppendAsync(TLine line, CancellationToken cancellationToken) => AppendAsync<bool>(_ => ([line], true), cancellationToken);

    public async Task<TResult> AppendAsync<TResult>(
        Func<TState, (IReadOnlyCollection<TLine> Lines, TResult Result)> decide, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            _open ??= await LoadAsync(cancellationToken);
            var (lines, result) = decide(_open.State);
            if (lines.Count > 0)
            {
                Write(_open, lines);
                CompactIfDue(_open);
            }

            return result;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Close();
            board.Failed(ComponentNames.Stores, $"{_path} cannot be written: {e.Message}");
            throw;
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose()
    {
        _open?.Stream.Dispose();
        _gate.Dispose();
    }

    private void Write(OpenJournal open, IReadOnlyCollection<TLine> lines)
    {
        JournalText.Write(open.Stream, type, lines);
        open.Stream.Flush(flushToDisk: true);
        foreach (var line in lines)
        {
            open.State.Apply(line);
        }

        open.Lines += lines.Count;
    }

    private async Task<OpenJournal> LoadAsync(CancellationToken cancellationToken)
    {
        folder.Claim();
        File.Delete(_path + DataFile.TemporarySuffix);
        var stream = OpenFile();
        try
        {
            var state = empty();
            var content = await JournalText.ReadAsync(stream, type, state.Apply, cancellationToken);
            Mend(stream, content);
            state.Prune();
            return new OpenJournal(stream, state) { Lines = content.Lines, HasDamage = content.DamagedLines.Count > 0 };
        }
        catch
        {
            await stream.DisposeAsync();
            throw;
        }
    }

    private void Mend(FileStream stream, JournalContent content)
    {
        if (content.DamagedLines.Count > 0)
        {
            StoreLog.DamagedLines(logger, _path, content.DamagedLines.Count, string.Join(", ", content.DamagedLines.Take(10)));
        }

        if (content.TornBytes > 0)
        {
            StoreLog.TornLine(logger, _path, content.TornBytes);
            stream.SetLength(content.Length);
        }

        stream.Position = content.Length;
        if (content.EndsWithoutLineFeed)
        {
            stream.WriteByte((byte)'\n');
        }

        stream.Flush(flushToDisk: true);
    }

    private void CompactIfDue(OpenJournal open)
    {
        if (open.Lines < open.NextCheck)
        {
            return;
        }

        open.State.Prune();
        open.NextCheck = open.Lines + Slack + (open.State.Count / 2);
        if (open.Lines > (2 * open.State.Count) + Slack)
        {
            try
            {
                Rewrite(open, open.State);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // What was asked for is done: the line is on the disk. The next try is due after as many lines again.
                StoreLog.CompactionFailed(logger, e, _path);
            }
        }
    }

    private void Rewrite(OpenJournal open, TState state)
    {
        var lines = 0;
        var compacted = DataFile.WriteBeside(_path, stream => lines = JournalText.Write(stream, type, state.Lines));
        if (open.HasDamage)
        {
            File.Copy(_path, _path + ".damaged", overwrite: true);
        }

        Close();
        File.Move(compacted, _path, overwrite: true);
        var stream = OpenFile();
        stream.Seek(0, SeekOrigin.End);
        _open = new OpenJournal(stream, state) { Lines = lines, NextCheck = lines + Slack };
    }

    private FileStream OpenFile() => folder.Write(() => DataFile.Open(_path, FileMode.OpenOrCreate, FileShare.Read));

    private void Close()
    {
        _open?.Stream.Dispose();
        _open = null;
    }

    private sealed record OpenJournal(FileStream Stream, TState State)
    {
        public int Lines { get; set; }

        public int NextCheck { get; set; }

        public bool HasDamage { get; init; }
    }
}
