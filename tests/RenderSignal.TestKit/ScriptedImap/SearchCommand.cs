
namespace RenderSignal.TestKit;

/// <summary>SEARCH and UID SEARCH (RFC 3501 section 6.4.4) by flags, numbers and UIDs.</summary>
internal static class SearchCommand
{
    private delegate bool Criterion((int Number, ScriptedMail Mail) item);

    public static string Run(MailboxView view, string arguments, bool byUid, ImapReply reply)
    {
        var tokens = new ImapTokens(arguments);
        if (tokens.Peek()?.ToUpperInvariant() == "CHARSET")
        {
            tokens.Next();
            tokens.Next();
        }

        List<Criterion> criteria = [];
        do
        {
            criteria.Add(Parse(tokens, view));
        }
        while (!tokens.IsEmpty);

        var found = view.All()
            .Where(item => criteria.TrueForAll(matches => matches(item)))
            .Select(item => byUid ? item.Mail.Uid : (uint)item.Number);
        reply.Untagged(string.Join(' ', ["SEARCH", .. found.Select(number => $"{number}")]));
        return "OK SEARCH completed";
    }

    private static Criterion Parse(ImapTokens tokens, MailboxView view)
    {
        var key = tokens.Next().ToUpperInvariant();
        switch (key)
        {
            case "ALL":
                return _ => true;
            case "SEEN" or "ANSWERED" or "DELETED" or "DRAFT" or "FLAGGED":
                return item => item.Mail.Flags.Contains("\\" + key);
            case "UNSEEN" or "UNANSWERED" or "UNDELETED" or "UNDRAFT" or "UNFLAGGED":
                return item => !item.Mail.Flags.Contains("\\" + key[2..]);
            case "NOT":
                var not = Parse(tokens, view);
                return item => !not(item);
            case "OR":
                var (one, other) = (Parse(tokens, view), Parse(tokens, view));
                return item => one(item) || other(item);
            case "(":
                return ParseList(tokens, view);
            case "UID":
                return OneOf(view.Find(tokens.Next(), byUid: true));
            case [>= '0' and <= '9' or '*', ..]:
                return OneOf(view.Find(key, byUid: false));
            default:
                throw new ImapSyntaxException($"Mails cannot be searched by {key} here.");
        }
    }

    private static Criterion ParseList(ImapTokens tokens, MailboxView view)
    {
        List<Criterion> all = [];
        while (tokens.Peek() != ")")
        {
            all.Add(Parse(tokens, view));
        }

        tokens.Next();
        return item => all.TrueForAll(matches => matches(item));
    }

    private static Criterion OneOf(IReadOnlyList<(int Number, ScriptedMail Mail)> items)
    {
        var uids = items.Select(item => item.Mail.Uid).ToHashSet();
        return item => uids.Contains(item.Mail.Uid);
    }
}
