namespace RenderSignal.Dedup.Redis;

/// <summary>Tells this server's readers what happened to mails on others.</summary>
internal sealed class ActivityNotices(ActivityFeed feed) : INoticeReader
{
    public void Read(Notice notice)
    {
        switch (notice)
        {
            case { Kind: NoticeKind.Activity, Event: { } content } when ActivityEventJson.Read(content.GetRawText()) is { Email: not null } occurred:
                feed.Relay(occurred);
                break;
            case { Kind: NoticeKind.Missed }:
                feed.Reset();
                break;
        }
    }

    public void Begin(bool missed)
    {
        if (missed)
        {
            feed.Reset();
        }
    }
}
