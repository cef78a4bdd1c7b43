using Microsoft.Extensions.Options;

namespace RenderSignal.Imap;

/// <summary>Names everything that is out of bounds at once, and what is missing in a process that polls.</summary>
internal sealed class ValidateImapOptions(IOptions<PollingOptions> polling) : IValidateOptions<ImapOptions>
{
    private static readonly TimeSpan LongestTimeout = TimeSpan.FromSeconds(600);

    /// <summary>What the mailbox cannot be reached without.</summary>
    public static IEnumerable<string> Missing(ImapOptions options)
    {
        if (options.Host.Length == 0)
        {
            yield return "IMAP_SERVER is not set: write the name of the IMAP server, such as imap.example.test.";
        }

        if (options.User.Length == 0)
        {
            yield return "EMAIL_ADDRESS is not set: write the user to sign in to the mailbox as.";
        }

        if (options.Password.Length == 0)
        {
            yield return "EMAIL_PASSWORD is not set: write the password of that user.";
        }
    }

    public ValidateOptionsResult Validate(string? name, ImapOptions options)
    {
        var failures = new List<string>();
        if (polling.Value.Enabled)
        {
            failures.AddRange(Missing(options));
        }

        Require(options.Mailbox.Length > 0, "IMAP_MAILBOX is empty: write the name of the mailbox, such as INBOX.");
        Require(options.Port is >= 1 and <= 65_535, $"IMAP_PORT is {options.Port}: write 1 to 65535.");
        Require(options.Timeout > TimeSpan.Zero && options.Timeout <= LongestTimeout, $"IMAP_TIMEOUT_SECONDS is {options.Timeout}: write 1 to 600 seconds.");
        Require(options.MaxTextMb is >= 1 and <= 1024, $"IMAP_MAX_TEXT_MB is {options.MaxTextMb}: write 1 to 1024.");
        try
        {
            _ = options.CaFile is { } file ? CertificateAuthorities.Load(file) : null;
        }
        catch (InvalidDataException exception)
        {
            failures.Add(exception.Message);
        }

        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);

        void Require(bool condition, string otherwise)
        {
            if (!condition)
            {
                failures.Add(otherwise);
            }
        }
    }
}
