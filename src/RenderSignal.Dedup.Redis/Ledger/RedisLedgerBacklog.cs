using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace RenderSignal.Dedup.Redis;

/// <summary>
/// The mails of which only the local ledger has the last word: those that were decided while Redis was away, and all of them when Redis
/// has no ledger. Their ids are on the disk, so that another run of the application goes on.
/// </summary>
internal sealed class RedisLedgerBacklog(
    [FromKeyedServices(LocalStore.Key)] ILedger local,
    RedisLedgerLayout layout,
    IOptions<RenderSignalOptions> options,
    ILogger<PendingJournal> logger) : IRedisBacklog
{
    private const int BatchSize = 200;

    /// <summary>Only other processes can come in between, and of those that write at once one always succeeds.</summary>
    private const int MostTries = 50;

    private readonly Lock _gate = new();
    private readonly PendingJournal _journal = new(Path.Combine(options.Value.DataDirectory, "redis_pending_ledger.jsonl"), logger, mayRepeat: true);
    private HashSet<PendingEntry> _inHand = [];
    private volatile bool _isAsked;

    public bool IsEmpty => !_isAsked && !HasWaiting;

    /// <summary>Whether Redis lacks something that the local ledger has.</summary>
    public bool HasWaiting => !_journal.IsEmpty;

    /// <summary>Whether the local ledger may have something of this mail that Redis lacks.</summary>
    public bool IsWaiting(string id) =>
        _journal.FindLast(PendingKind.Ledger, "") is not null || _journal.FindLast(PendingKind.LedgerRecord, id) is not null;

    /// <summary>A record is about to be written. Until <see cref="Answered"/> an outage is not over: the mail may have to wait.</summary>
    public void Asked() => _isAsked = true;

    public void Answered() => _isAsked = false;

    /// <summary>Redis is to be given the local record of this mail. On the disk when the call returns.</summary>
    public void Add(string id) => Add(new PendingEntry(PendingKind.LedgerRecord, id));

    /// <summary>Redis is to be given all local records, if there are any.</summary>
    public async Task<bool> TryAddAllAsync()
    {
        if ((await local.ListAsync(new LedgerQuery { Limit = 1 }, CancellationToken.None)).Records.Count == 0)
        {
            return false;
        }

        Add(new PendingEntry(PendingKind.Ledger, ""));
        return true;
    }

    public Task CheckAsync(IDatabase database) => RedisLedgerLayout.CheckAsync(database);

    public async Task WriteBackAsync(IDatabase database, Action<int> written, CancellationToken stopping)
    {
        if (!await RedisLedgerLayout.ExistsAsync(database))
        {
            await TryAddAllAsync();
        }

        while (Take() is { Count: > 0 } batch)
        {
            var done = 0;
            try
            {
                foreach (var records in (await ReadAsync(batch)).Chunk(BatchSize))
                {
                    stopping.ThrowIfCancellationRequested();
                    written(await WriteAsync(database, records));
                }

                done = batch.Count;
            }
            finally
            {
                PutBack(done);
            }
        }
    }

    private void Add(PendingEntry entry)
    {
        lock (_gate)
        {
            // What is in hand may have been read before.
            if (_inHand.Contains(entry) || _journal.FindLast(entry.Kind, entry.Value) is null)
            {
                _journal.Append(entry);
            }
        }
    }

    private List<PendingEntry> Take()
    {
        lock (_gate)
        {
            var batch = _journal.Peek(BatchSize);
            _inHand = [.. batch];
            return batch;
        }
    }

    private void PutBack(int done)
    {
        lock (_gate)
        {
            _journal.Remove(done);
            _inHand = [];
        }
    }

    /// <summary>The oldest first, so that records of one instant keep their order.</summary>
    private async Task<IEnumerable<LedgerRecord>> ReadAsync(List<PendingEntry> batch)
    {
        if (batch.Exists(entry => entry.Kind == PendingKind.Ledger))
        {
            return (await local.ListAsync(new LedgerQuery { Limit = options.Value.LedgerRecords }, CancellationToken.None)).Records.Reverse();
        }

        var records = await Task.WhenAll(batch.Select(entry => entry.Value).Distinct().Select(id => local.FindAsync(id, CancellationToken.None)));
        return records.OfType<LedgerRecord>();
    }

    /// <summary>Writes records all at once; returns how many Redis had not as they are.</summary>
    private async Task<int> WriteAsync(IDatabase database, LedgerRecord[] records)
    {
        var read = await RedisLedgerLayout.GetAsync(database, records.Select(record => record.Id));
        var written = await Task.WhenAll(records.Zip(read, (own, text) => MergeAsync(database, own, text)).ToArray());
        return written.Count(isNew => isNew);
    }

    private async Task<bool> MergeAsync(IDatabase database, LedgerRecord own, RedisValue read)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            var stored = layout.TryRead(own.Id, read);
            var merged = stored is null ? own : own.MergedWith(stored);
            var isNew = LedgerRecordJson.Write(merged) != read;
            if (!isNew || await layout.WriteAsync(database, read, stored, merged) != LedgerWrite.Overtaken)
            {
                await KeepAsync(own, merged);
                return isNew;
            }

            read = await RedisLedgerLayout.GetAsync(database, own.Id);
        }

        throw new IOException($"The record of {PrintableText.For(own.Id)} on Redis was changed by others {MostTries} times while it was written; it is tried again.");
    }

    /// <summary>Others may have written more of the mail. What was written here meanwhile stays.</summary>
    private async Task KeepAsync(LedgerRecord own, LedgerRecord merged)
    {
        if (LedgerRecordJson.Write(merged) != LedgerRecordJson.Write(own))
        {
            await local.UpdateAsync(own.Id, now => now is null ? merged : now.MergedWith(merged), CancellationToken.None);
        }
    }
}
