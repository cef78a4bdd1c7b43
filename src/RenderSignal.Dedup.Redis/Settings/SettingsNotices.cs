using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace RenderSignal.Dedup.Redis;

/// <summary>Reads the settings when another server changed them, so that <see cref="SettingsNews"/> has it told here too.</summary>
internal sealed class SettingsNotices(RedisSettingsStore store, ILogger<SettingsNotices> logger) : BackgroundService, INoticeReader
{
    /// <summary>Of many changes at once one reading after the last is enough.</summary>
    private readonly Channel<bool> _wanted = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Read(Notice notice)
    {
        if (notice.Kind == NoticeKind.Settings)
        {
            _wanted.Writer.TryWrite(true);
        }
    }

    public void Begin(bool missed) => _wanted.Writer.TryWrite(true);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var _ in _wanted.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await store.ReadAllAsync(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                logger.SettingsNotReread(exception.Message);
            }
        }
    }
}
