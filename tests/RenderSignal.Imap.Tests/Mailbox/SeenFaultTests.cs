using RenderSignal.TestKit;
using static RenderSignal.Imap.Tests.ScriptedFaults;

namespace RenderSignal.Imap.Tests;

/// <summary>A server that does not mark mails seen: they are remembered, so none is sent twice.</summary>
public sealed class SeenFaultTests : ScriptedServerTests
{
    [Fact]
    public async Task A_refusal_to_mark_one_mail_seen_keeps_the_others_from_nothing_and_sends_nothing_twice()
    {
        Server.OnCommand = command => command.Name == "UID STORE" && Covers(command, 3) ? ScriptedReply.No("read-only mail") : null;

        Assert.Equal(All.Length, (await Whole.RunCycleAsync()).Sent);
        Assert.Equal([true, true, false, true, true], Server.Mails.Select(mail => mail.Seen));

        Server.OnCommand = null;
        var second = await Whole.RunCycleAsync();
        Assert.Equal((1, 0), (second.Seen, second.Sent));
        Assert.True(Server.IsSeen(3));
        Assert.Equal(All.Length, Receiver.Requests.Count);
        Whole.Log.AssertNoWarnings(expectedIds: [2002]);
    }

    [Fact]
    public async Task A_connection_cut_while_mails_are_marked_seen_is_rebuilt()
    {
        Server.Once("UID STORE", ScriptedReply.Cut);

        await Whole.RunCycleAsync();

        Assert.All(Server.Mails, mail => Assert.True(mail.Seen));
        Whole.Log.AssertNoWarnings();
    }

    [Fact]
    public async Task AServer_that_never_marks_mails_seen_gets_nothing_sent_twice()
    {
        Server.OnCommand = command => command.Name == "UID STORE" ? ScriptedReply.Cut : null;
        await Whole.RunCycleAsync();
        await Whole.RunCycleAsync();
        Assert.Equal(All.Length, Receiver.Requests.Count);
    }
}
