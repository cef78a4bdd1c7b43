
namespace RenderSignal.TestKit;

/// <summary>STORE and UID STORE (RFC 3501 section 6.4.6).</summary>
internal static class StoreCommand
{
    public static string Run(MailboxView view, string arguments, bool byUid, ImapReply reply)
    {
        if (view.IsReadOnly)
        {
            return "NO [READ-ONLY] The mailbox was opened by EXAMINE";
        }

        var tokens = new ImapTokens(arguments);
        var (set, action) = (tokens.Next(), tokens.Next().ToUpperInvariant());
        List<string> flags = [];
        while (!tokens.IsEmpty)
        {
            if (tokens.Next() is var flag and not ("(" or ")"))
            {
                flags.Add(flag);
            }
        }

        foreach (var (number, mail) in view.Find(set, byUid))
        {
            mail.Flags = action.Replace(".SILENT", "", StringComparison.Ordinal) switch
            {
                "+FLAGS" => mail.Flags.Union(flags),
                "-FLAGS" => mail.Flags.Except(flags),
                "FLAGS" => mail.Flags.Clear().Union(flags),
                _ => throw new ImapSyntaxException($"{action} cannot be stored."),
            };
            if (!action.EndsWith(".SILENT", StringComparison.Ordinal))
            {
                var uid = byUid ? $"UID {mail.Uid} " : "";
                reply.Untagged($"{number} FETCH ({uid}FLAGS {ImapText.List(mail.Flags)})");
            }
        }

        return "OK STORE completed";
    }
}
