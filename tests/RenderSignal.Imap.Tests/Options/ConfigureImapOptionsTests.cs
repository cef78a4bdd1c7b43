using Microsoft.Extensions.Options;

namespace RenderSignal.Imap.Tests;

public sealed class ConfigureImapOptionsTests
{
    [Fact]
    public void Without_variables_the_defaults_stand()
    {
        var options = Configure();
        Assert.Equal(("", 993, ImapSecurity.Tls, "INBOX", 32), (options.Host, options.Port, options.Security, options.Mailbox, options.MaxTextMb));
        Assert.Equal(TimeSpan.FromSeconds(60), options.Timeout);
        Assert.Null(options.CaFile);
        Assert.False(ValidationOf(options).Succeeded);
    }

    [Fact]
    public void Every_variable_is_read()
    {
        var options = Configure(
            ("IMAP_SERVER", " imap.mail.test "), ("IMAP_PORT", "143"), ("IMAP_SECURITY", "StartTLS"), ("EMAIL_ADDRESS", "inbox@mail.test"),
            ("EMAIL_PASSWORD", " with blanks "), ("IMAP_MAILBOX", "Orders"), ("IMAP_CA_FILE", "/etc/ca.pem"), ("IMAP_TIMEOUT_SECONDS", "5"), ("IMAP_MAX_TEXT_MB", "7"));
        Assert.Equal(("imap.mail.test", 143, ImapSecurity.StartTls, "inbox@mail.test"), (options.Host, options.Port, options.Security, options.User));
        Assert.Equal((" with blanks ", "Orders", "/etc/ca.pem", 7), (options.Password, options.Mailbox, options.CaFile, options.MaxTextMb));
        Assert.Equal(TimeSpan.FromSeconds(5), options.Timeout);
    }

    [Theory]
    [InlineData(null, null, ImapSecurity.Tls)]
    [InlineData(null, "true", ImapSecurity.Tls)]
    [InlineData(null, "false", ImapSecurity.StartTlsWhenOffered)]
    [InlineData("tls", "false", ImapSecurity.Tls)]
    [InlineData("none", "true", ImapSecurity.None)]
    [InlineData("auto", "true", ImapSecurity.StartTlsWhenOffered)]
    public void Imap_security_wins_over_the_reference_s_switch(string? security, string? useSsl, ImapSecurity expected) =>
        Assert.Equal(expected, Configure(("IMAP_SECURITY", security), ("IMAP_USE_SSL", useSsl)).Security);

    [Fact]
    public void Everything_that_is_not_understood_is_named_at_once()
    {
        var exception = Assert.Throws<OptionsValidationException>(() => Configure(
            ("IMAP_PORT", "70000"), ("IMAP_TIMEOUT_SECONDS", "soon"), ("IMAP_SECURITY", "ssl"), ("IMAP_MAX_TEXT_MB", "0")));
        Assert.Equal(4, exception.Failures.Count());
        Assert.Contains(exception.Failures, failure => failure == "IMAP_SECURITY is 'ssl': write tls, starttls, auto or none.");
    }

    [Fact]
    public void A_complete_mailbox_is_valid() =>
        Assert.True(ValidationOf(new ImapOptions { Host = "imap.mail.test", User = "u", Password = "p" }).Succeeded);

    [Fact]
    public void Values_of_an_application_that_are_out_of_bounds_are_named_at_once()
    {
        var result = ValidationOf(new ImapOptions { Host = "h", User = "u", Password = "p", Mailbox = "", Port = 0, Timeout = TimeSpan.Zero, MaxTextMb = 0 });
        Assert.Equal(4, result.Failures!.Count());
    }

    [Fact]
    public void A_ca_file_without_a_certificate_is_told_at_the_start()
    {
        using var folder = new TestKit.TempFolder();
        File.WriteAllText(folder.File("empty.pem"), "nothing");
        var options = new ImapOptions { Host = "imap.mail.test", User = "u", Password = "p", CaFile = folder.File("empty.pem") };
        Assert.Contains("holds no certificate", ValidationOf(options).FailureMessage, StringComparison.Ordinal);
        File.WriteAllText(folder.File("empty.pem"), "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
        Assert.Contains("IMAP_CA_FILE", ValidationOf(options).FailureMessage, StringComparison.Ordinal);
    }

    private static ValidateOptionsResult ValidationOf(ImapOptions options) => new ValidateImapOptions(Microsoft.Extensions.Options.Options.Create(new PollingOptions { Enabled = true })).Validate(null, options);

    private static ImapOptions Configure(params (string Name, string? Value)[] variables)
    {
        var options = new ImapOptions();
        new ConfigureImapOptions(Variables.From(variables)).Configure(options);
        return options;
    }
}
