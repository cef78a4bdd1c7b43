namespace RenderSignal.Imap;

/// <summary>A part of a mail that carries text: no more of the structure than is needed to fetch and read it.</summary>
/// <param name="Number">Its number in the mail (RFC 3501, section 6.4.5), such as <c>2.1</c>.</param>
/// <param name="Octets">Its size as it travels.</param>
/// <param name="TransferEncoding">Its <c>Content-Transfer-Encoding</c>.</param>
/// <param name="Charset">Its charset, as the server tells it.</param>
internal sealed record TextSection(string Number, long Octets, string? TransferEncoding, string? Charset);
