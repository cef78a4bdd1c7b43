using static RenderSignal.Imap.Tests.ScriptedFaults;

namespace RenderSignal.Imap.Tests;

/// <summary>One mail is asked for by its place, and the server commits a fault over it.</summary>
public sealed class FindFaultTests : ScriptedServerTests
{
    private static readonly MessageUid Third = new(1, 3);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Faults => [.. ScriptedFaults.Names];

    [Theory, MemberData(nameof(Faults))]
    public async Task A_mail_whose_headers_cannot_be_had_is_unreadable_and_the_session_goes_on(string fault)
    {
        Server.OnCommand = command => IsHeaders(command) && Covers(command, 3) ? Reply(fault) : null;
        await using var session = await Whole.Mailbox.OpenAsync(Token);

        var exception = await Assert.ThrowsAsync<EmailUnreadableException>(() => session.FindAsync(Third, Token));

        Assert.StartsWith("Its headers cannot be fetched: ", exception.Message, StringComparison.Ordinal);
        Assert.Equal("four", (await session.FindAsync(new MessageUid(1, 4), Token))?.Subject);
    }

    [Theory]
    [InlineData("cut", "UID SEARCH")]
    [InlineData("hang", "UID SEARCH")]
    [InlineData("nonsense", "UID SEARCH")]
    [InlineData("cut", "UID FETCH")]
    [InlineData("hang", "UID FETCH")]
    [InlineData("cut within the reply", "UID FETCH")]
    public async Task A_connection_that_breaks_once_over_it_is_rebuilt(string fault, string command)
    {
        await using var session = await Whole.Mailbox.OpenAsync(Token);
        Server.Once(command, Reply(fault));

        var found = await session.FindAsync(Third, Token);

        Assert.Equal("three", found?.Subject);
        Assert.Equal("Bonjour", (await session.FetchBodyAsync(found!, Token)).Content.Trim());
        Whole.Log.AssertNoWarnings();
    }

    [Theory]
    [InlineData("NO", "does not tell whether the mail is still there")]
    [InlineData("BAD", "does not tell whether the mail is still there")]
    [InlineData("cut", "The connection to the IMAP server broke")]
    public async Task A_search_that_fails_is_the_mailbox_s_fault_in_words(string fault, string words)
    {
        Server.OnCommand = command => command.Name == "UID SEARCH" ? Reply(fault) : null;
        await using var session = await Whole.Mailbox.OpenAsync(Token);

        var exception = await Assert.ThrowsAnyAsync<MailboxUnavailableException>(() => session.FindAsync(Third, Token));

        Assert.Contains(words, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mailbox_that_was_made_anew_has_none_of_its_earlier_mails()
    {
        await using (var earlier = await Whole.Mailbox.OpenAsync(Token))
        {
            Assert.NotNull(await earlier.FindAsync(Third, Token));
        }

        Server.UidValidity = 2;
        Server.DropConnections();

        await using var session = await Whole.Mailbox.OpenAsync(Token);
        Assert.Null(await session.FindAsync(Third, Token));
        Assert.Equal("three", (await session.FindAsync(new MessageUid(2, 3), Token))?.Subject);
    }
}
