using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace RenderSignal.Imap;

internal sealed class ConfigureImapOptions(IConfiguration? configuration = null) : IConfigureOptions<ImapOptions>
{
    public void Configure(ImapOptions options)
    {
        var variables = new ConfigurationVariables(configuration);
        options.Host = variables.Text("IMAP_SERVER") ?? options.Host;
        options.Port = variables.WholeNumber("IMAP_PORT", 1, 65_535) ?? options.Port;
        options.User = variables.Text("EMAIL_ADDRESS") ?? options.User;
        options.Password = variables.Verbatim("EMAIL_PASSWORD") ?? options.Password;
        options.Mailbox = variables.Text("IMAP_MAILBOX") ?? options.Mailbox;
        options.CaFile = variables.Text("IMAP_CA_FILE") ?? options.CaFile;
        options.MaxTextMb = variables.WholeNumber("IMAP_MAX_TEXT_MB", 1, 1024) ?? options.MaxTextMb;
        if (variables.WholeNumber("IMAP_TIMEOUT_SECONDS", 1, 600) is { } seconds)
        {
            options.Timeout = TimeSpan.FromSeconds(seconds);
        }

        options.Security = ReadSecurity(variables) ?? options.Security;
        variables.ThrowIfRejected(typeof(ImapOptions));
    }

    private static ImapSecurity? ReadSecurity(ConfigurationVariables variables)
    {
        var text = variables.Text("IMAP_SECURITY");
        switch (text?.ToLowerInvariant())
        {
            case "tls":
                return ImapSecurity.Tls;
            case "starttls":
                return ImapSecurity.StartTls;
            case "auto":
                return ImapSecurity.StartTlsWhenOffered;
            case "none":
                return ImapSecurity.None;
            case { } unknown:
                variables.Reject("IMAP_SECURITY", unknown, "tls, starttls, auto or none");
                return null;
            default:
                return variables.Switch("IMAP_USE_SSL") is { } ssl
                    ? ssl ? ImapSecurity.Tls : ImapSecurity.StartTlsWhenOffered
                    : null;
        }
    }
}
