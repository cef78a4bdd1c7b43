using RenderSignal.TestKit;

namespace RenderSignal.Server.Demo;

/// <summary>Drops the demo's mails into the mailbox, one every two seconds.</summary>
internal sealed class DemoPostman(ScriptedImapServer mailbox, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
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

        Console.WriteLine("These were all the mails of the demo. The server goes on polling; Ctrl+C ends it.");
    }
}
