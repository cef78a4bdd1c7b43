namespace RenderSignal.Imap;

/// <summary>How the connection to the mailbox is protected.</summary>
public enum ImapSecurity
{
    /// <summary>TLS from the first byte (<c>tls</c>; also <c>IMAP_USE_SSL=true</c>, the default).</summary>
    Tls,

    /// <summary>TLS by STARTTLS; a server that does not offer it is refused (<c>starttls</c>).</summary>
    StartTls,

    /// <summary>
    /// STARTTLS when the server offers it, else plain (<c>auto</c>; also <c>IMAP_USE_SSL=false</c>). On a loopback address,
    /// where plain would do, the certificate need not be trusted.
    /// </summary>
    StartTlsWhenOffered,

    /// <summary>Plain, whatever the server offers (<c>none</c>): passwords and mails can be read on the way.</summary>
    None,
}
