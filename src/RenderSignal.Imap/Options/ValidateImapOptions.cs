using Microsoft.Extensions.Options;

namespace RenderSignal.Imap;

/// <summary>Names everything that is missing at once.</summary>
internal sealed class ValidateImapOptions : IValidateOptions<ImapOptions>
{
    public ValidateOptionsResult Validate(string? name, ImapOptions options)
    {
        var failures = new List<string>();
        Require(options.Host, "IMAP_SERVER", "the name of the IMAP server, such as imap.example.test");
        Require(options.User, "EMAIL_ADDRESS", "the user to sign in to the mailbox as");
        Require(options.Password, "EMAIL_PASSWORD", "the password of that user");
        if (options.CaFile is { } file && !File.Exists(file))
        {
            failures.Add($"IMAP_CA_FILE names '{file}', which does not exist: write the path of a PEM file, or unset it to trust the system's authorities.");
        }

        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);

        void Require(string value, string variable, string what)
        {
            if (value.Length == 0)
            {
                failures.Add($"{variable} is not set: write {what}.");
            }
        }
    }
}
