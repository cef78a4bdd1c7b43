using RenderSignal.TestKit;

namespace RenderSignal.Server.Demo;

/// <summary>Drops the demo's mails into the mailbox, and when all are decided invites to look at them.</summary>
internal sealed class DemoPostman(ScriptedImapServer mailbox, ActivityFeed feed, DemoInvitation invitation, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var lastIsDecided = WaitForLastAsync(feed.LastId, stoppingToken);
        foreach (var mail in DemoMails.All)
        {
            var uid = mailbox.Deliver(mail.Raw);
            if (mail.IsBroken)
            {
                mailbox.OnCommand = command => command.Name == "UID FETCH" && command.Arguments.StartsWith($"{uid} (BODY", StringComparison.Ordinal)
                    ? ScriptedReply.No("[CORRUPTION] This mail's file is damaged")
                    : null;
            }

            await Task.Delay(Pause, time, stoppingToken);
        }

        await lastIsDecided;
        invitation.Print();
    }

    private async Task WaitForLastAsync(string since, CancellationToken stoppingToken)
    {
        using var limit = new CancellationTokenSource(LongestWait, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, stoppingToken);
        await foreach (var occurred in feed.ReadAsync(since, either.Token))
        {
            if (occurred is { Type: ActivityEventType.Decision, Email.Subject: DemoMails.LastSubject })
            {
                return;
            }
        }
    }
}
