using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace RenderSignal.Dedup.Redis;

/// <summary>Passes on between servers that somebody asks for a poll cycle.</summary>
internal sealed class CycleRequests(NoticeSender sender, IOptions<RedisOptions> options, ILogger<CycleRequests> logger) : ICycleRequests, INoticeReader
{
    private readonly Lock _gate = new();
    private readonly HashSet<Listening> _listening = [];

    public async Task<bool> ForwardAsync(string mailbox, CancellationToken cancellationToken) =>
        options.Value.IsConfigured && await sender.TrySendAsync(new(NoticeKind.Cycle) { Mailbox = mailbox }, cancellationToken);

    public IDisposable Listen(string mailbox, Action requested)
    {
        var listening = new Listening(mailbox, requested, Remove);
        lock (_gate)
        {
            _listening.Add(listening);
        }

        return listening;
    }

    public void Read(Notice notice)
    {
        if (notice.Kind != NoticeKind.Cycle)
        {
            return;
        }

        Listening[] listening;
        lock (_gate)
        {
            listening = [.. _listening.Where(listener => listener.Mailbox == notice.Mailbox)];
        }

        if (listening.Length > 0)
        {
            logger.CycleForwarded();
        }

        foreach (var listener in listening)
        {
            listener.Requested();
        }
    }

    public void Begin(bool missed)
    {
        // Whoever asked in the meantime was told that it was not passed on.
    }

    private void Remove(Listening listening)
    {
        lock (_gate)
        {
            _listening.Remove(listening);
        }
    }

    private sealed class Listening(string mailbox, Action requested, Action<Listening> remove) : IDisposable
    {
        public string Mailbox => mailbox;

        public Action Requested => requested;

        public void Dispose() => remove(this);
    }
}
