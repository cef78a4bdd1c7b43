
namespace RenderSignal.TestKit;

/// <summary>The commands about the mailbox as a whole; INBOX is the only one there is.</summary>
internal static class MailboxCommands
{
    private const string Flags = @"\Answered \Flagged \Deleted \Seen \Draft";

    public static string List(string name, string arguments, ImapReply reply)
    {
        var tokens = new ImapTokens(arguments);
        var (reference, pattern) = (tokens.Next(), tokens.Next());
        if (pattern.Length == 0)
        {
            reply.Untagged($"{name} (\\Noselect) \"/\" \"\"");
        }
        else if (reference.Length == 0 && (pattern is "*" or "%" || IsInbox(pattern)))
        {
            reply.Untagged($"{name} (\\HasNoChildren) \"/\" INBOX");
        }

        return $"OK {name} completed";
    }

    public static string Status(ScriptedMailbox mailbox, string arguments, ImapReply reply)
    {
        var tokens = new ImapTokens(arguments);
        if (!IsInbox(tokens.Next()))
        {
            return "NO [NONEXISTENT] There is only INBOX";
        }

        List<string> values = [];
        while (!tokens.IsEmpty)
        {
            var item = tokens.Next().ToUpperInvariant();
            if (item is not ("(" or ")"))
            {
                values.Add($"{item} {StatusValue(mailbox, item)}");
            }
        }

        reply.Untagged($"STATUS INBOX {ImapText.List(values)}");
        return "OK STATUS completed";
    }

    /// <param name="mailbox">The mailbox.</param>
    /// <param name="name">SELECT or EXAMINE.</param>
    /// <param name="arguments">The mailbox's name.</param>
    /// <param name="reply">Takes the untagged responses.</param>
    /// <param name="view">The session's view from now on; null when the mailbox was not opened.</param>
    public static string Open(
        ScriptedMailbox mailbox, string name, string arguments, ImapReply reply, out MailboxView? view)
    {
        view = null;
        if (!IsInbox(new ImapTokens(arguments).Next()))
        {
            return "NO [NONEXISTENT] There is only INBOX";
        }

        var isReadOnly = name == "EXAMINE";
        view = new MailboxView(mailbox, isReadOnly);
        reply.Untagged($"FLAGS ({Flags})");
        reply.Untagged($"OK [PERMANENTFLAGS ({(isReadOnly ? "" : Flags)})] Flags permitted");
        reply.Untagged($"{view.Count} EXISTS");
        reply.Untagged("0 RECENT");
        reply.Untagged($"OK [UIDVALIDITY {mailbox.UidValidity}] UIDs valid");
        reply.Untagged($"OK [UIDNEXT {mailbox.UidNext}] Predicted next UID");
        return $"OK [{(isReadOnly ? "READ-ONLY" : "READ-WRITE")}] {name} completed";
    }

    public static string Append(ScriptedMailbox mailbox, string arguments)
    {
        var tokens = new ImapTokens(arguments);
        if (!IsInbox(tokens.Next()))
        {
            return "NO [TRYCREATE] There is only INBOX";
        }

        List<string> flags = [];
        if (tokens.Peek() == "(")
        {
            tokens.Next();
            while (tokens.Next() is var flag and not ")")
            {
                flags.Add(flag);
            }
        }

        var source = tokens.Next();
        if (!tokens.IsEmpty)
        {
            // What came first was the date.
            source = tokens.Next();
        }

        var mail = mailbox.Add(source, flags);
        return $"OK [APPENDUID {mailbox.UidValidity} {mail.Uid}] APPEND completed";
    }

    private static uint StatusValue(ScriptedMailbox mailbox, string item) => item switch
    {
        "MESSAGES" => (uint)mailbox.Mails.Count,
        "UNSEEN" => (uint)mailbox.Mails.Count(mail => !mail.IsSeen),
        "RECENT" => 0,
        "UIDNEXT" => mailbox.UidNext,
        "UIDVALIDITY" => mailbox.UidValidity,
        _ => throw new ImapSyntaxException($"There is no status {item} here."),
    };

    private static bool IsInbox(string name) => name.Equals("INBOX", StringComparison.OrdinalIgnoreCase);
}
