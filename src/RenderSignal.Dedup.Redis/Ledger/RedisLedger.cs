using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using StackExchange.Redis;

namespace RenderSignal.Dedup.Redis;

/// <summary>
/// The ledger of all servers on Redis. What is written here is kept locally as well: while Redis is away, and until it has what was written
/// meanwhile, the local ledger is read and written.
/// </summary>
internal sealed class RedisLedger(
    [FromKeyedServices(LocalStore.Key)] ILedger local,
    RedisLink link,
    RedisRecovery recovery,
    RedisLedgerLayout layout,
    RedisLedgerReader reader,
    RedisLedgerBacklog backlog) : ILedger, IDisposable
{
    /// <summary>As in <see cref="RedisSettingsStore"/>.</summary>
    private const int MostTries = 50;

    private readonly SemaphoreSlim _gate = new(1, 1);

    public async Task<LedgerRecord?> FindAsync(string id, CancellationToken cancellationToken) =>
        await GetAsync(id, cancellationToken) is { } read
            ? await CompleteAsync(id, layout.TryRead(id, read), cancellationToken)
            : await local.FindAsync(id, cancellationToken);

    public async Task<LedgerRecord?> UpdateAsync(string id, Func<LedgerRecord?, LedgerRecord?> change, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            return await UpdateInTurnAsync(id, change, cancellationToken);
        }
        finally
        {
            _gate.Release();
        }
    }

    public async Task<LedgerPage> ListAsync(LedgerQuery query, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(query.Limit, 1);
        if (backlog.HasWaiting || await reader.ListAsync(query, cancellationToken) is not { } page)
        {
            return await local.ListAsync(query, cancellationToken);
        }

        if (page.Records.Count == 0 && query.Before is null && await reader.IsEmptyAsync(cancellationToken))
        {
            // It is new, or was emptied: the backlog gives it what is here.
            recovery.Start();
            return await local.ListAsync(query, cancellationToken);
        }

        return page;
    }

    public async Task<IReadOnlyList<WebhookLogEntry>> ListLogAsync(Instant since, int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        return !backlog.HasWaiting && await reader.ListLogAsync(since, limit, cancellationToken) is { } entries
            ? entries
            : await local.ListLogAsync(since, limit, cancellationToken);
    }

    public async Task<IReadOnlyList<LedgerCount>> CountAsync(Instant from, Instant to, CancellationToken cancellationToken) =>
        !backlog.HasWaiting && await reader.CountAsync(from, to, cancellationToken) is { } counts
            ? counts
            : await local.CountAsync(from, to, cancellationToken);

    public void Dispose() => _gate.Dispose();

    private async Task<LedgerRecord?> UpdateInTurnAsync(string id, Func<LedgerRecord?, LedgerRecord?> change, CancellationToken cancellationToken)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            if (await GetAsync(id, cancellationToken) is not { } read)
            {
                return await UpdateLocallyAsync(id, null, change, cancellationToken);
            }

            var stored = layout.TryRead(id, read);
            var known = await CompleteAsync(id, stored, cancellationToken);
            if (change(known) is not { } record)
            {
                return known;
            }

            if (record.Id != id)
            {
                throw new ArgumentException($"The record of {PrintableText.For(id)} was to be changed, and that of {PrintableText.For(record.Id)} was returned.");
            }

            backlog.Asked();
            try
            {
                var write = await WriteAsync(read, stored, record);
                if (write is null)
                {
                    return await UpdateLocallyAsync(id, stored, change, CancellationToken.None);
                }

                if (write != LedgerWrite.Overtaken)
                {
                    return await KeepAsync(record, write.Value);
                }
            }
            finally
            {
                backlog.Answered();
            }
        }

        throw new IOException(
            $"The record of {PrintableText.For(id)} on Redis was changed by others {MostTries} times while a change was made; nothing was stored. Try again.");
    }

    /// <summary>Writes where Redis cannot be, on top of what could be read there.</summary>
    private async Task<LedgerRecord?> UpdateLocallyAsync(
        string id, LedgerRecord? stored, Func<LedgerRecord?, LedgerRecord?> change, CancellationToken cancellationToken)
    {
        var record = await local.UpdateAsync(
            id,
            own =>
            {
                var changed = change(Join(own, stored));
                if (changed is not null)
                {
                    // Before the record itself, so that none is forgotten by a crash in between.
                    backlog.Add(id);
                }

                return changed;
            },
            cancellationToken);
        recovery.Start();
        return record;
    }

    private async Task<LedgerRecord?> KeepAsync(LedgerRecord record, LedgerWrite write)
    {
        if (write == LedgerWrite.WrittenFirst && await backlog.TryAddAllAsync())
        {
            recovery.Start();
        }

        return await local.UpdateAsync(record.Id, _ => record, CancellationToken.None);
    }

    /// <summary>What is stored, with what is still to be told Redis; what is here if it has nothing that can be read.</summary>
    private async Task<LedgerRecord?> CompleteAsync(string id, LedgerRecord? stored, CancellationToken cancellationToken) =>
        stored is not null && !backlog.IsWaiting(id) ? stored : Join(await local.FindAsync(id, cancellationToken), stored);

    private static LedgerRecord? Join(LedgerRecord? own, LedgerRecord? stored) => own is null || stored is null ? own ?? stored : own.MergedWith(stored);

    private Task<RedisValue?> GetAsync(string id, CancellationToken cancellationToken) => link.ReadAsync<RedisValue?>(
        "read_ledger", async database => await RedisLedgerLayout.GetAsync(database, id), null, cancellationToken);

    private Task<LedgerWrite?> WriteAsync(RedisValue read, LedgerRecord? stored, LedgerRecord record) => link.WriteAsync<LedgerWrite?>(
        "write_ledger", async database => await layout.WriteAsync(database, read, stored, record), null);
}
