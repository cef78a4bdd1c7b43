using Microsoft.Extensions.Logging;
using StackExchange.Redis;

namespace RenderSignal.Dedup.Redis;

/// <summary>Tells the other servers.</summary>
internal sealed class NoticeSender(RedisLink link, NoticeChannel channel, ILogger<NoticeSender> logger)
{
    private bool _isRefused;

    /// <summary>Whether Redis passed it on.</summary>
    public Task<bool> TrySendAsync(Notice notice, CancellationToken cancellationToken) => link.ReadAsync(
        "publish_notice", database => PublishAsync(database, channel.Text(notice)), false, cancellationToken);

    /// <summary>A channel that this server may not use is no outage: everything else goes on.</summary>
    private async Task<bool> PublishAsync(IDatabase database, string text)
    {
        try
        {
            await database.Multiplexer.GetSubscriber().PublishAsync(channel.In(database), text);
            return true;
        }
        catch (RedisServerException exception) when (IsRefusal(exception))
        {
            Refused(channel.FullNameOf(database), exception.Message);
            return false;
        }
    }

    /// <summary>Whether the user in REDIS_URL may not do what was asked for.</summary>
    public static bool IsRefusal(RedisServerException exception) => exception.Message.StartsWith("NOPERM", StringComparison.Ordinal);

    /// <summary>Said once, here or by who listens.</summary>
    public void Refused(string name, string reason)
    {
        if (!Interlocked.Exchange(ref _isRefused, true))
        {
            logger.ChannelRefused(name, reason);
        }
    }
}
