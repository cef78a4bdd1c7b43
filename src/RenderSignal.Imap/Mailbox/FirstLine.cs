namespace RenderSignal.Imap;

/// <summary>MailKit's messages run over many lines; the first one says what happened. Without its full stop, to be built into a sentence.</summary>
internal static class FirstLine
{
    public static string Of(string message) => message.Split('\n', 2)[0].Trim().TrimEnd('.');
}
