using MailKit;
using MailKit.Net.Imap;

namespace RenderSignal.Imap;

/// <summary>
/// Reads along what the server sends, and breaks the connection when an answer is nested deeper than any mail is in earnest.
/// MailKit takes one stack frame for each level of a mail's structure, and an overflow of the stack would end the process.
/// </summary>
internal sealed class NestingGuard : IProtocolLogger
{
    /// <summary>MailKit bears some 2,000 levels on the stack of a pool thread; Dovecot tells 100 at the most.</summary>
    private const int MaxDepth = 500;

    private int _depth;
    private bool _isQuoted;
    private bool _isEscaped;
    private long? _announced;
    private long _literalLeft;

    public IAuthenticationSecretDetector? AuthenticationSecretDetector { get; set; }

    public void LogConnect(Uri uri) => (_depth, _isQuoted, _isEscaped, _announced, _literalLeft) = (0, false, false, null, 0);

    public void LogClient(byte[] buffer, int offset, int count)
    {
    }

    public void LogServer(byte[] buffer, int offset, int count)
    {
        for (var rest = buffer.AsSpan(offset, count); rest.Length > 0;)
        {
            var step = 1;
            if (_literalLeft > 0)
            {
                step = (int)Math.Min(_literalLeft, rest.Length);
                _literalLeft -= step;
            }
            else
            {
                Read(rest[0]);
            }

            rest = rest[step..];
        }
    }

    public void Dispose()
    {
    }

    private void Read(byte octet)
    {
        if (_isQuoted && octet != '\n')
        {
            (_isQuoted, _isEscaped) = (_isEscaped || octet != '"', !_isEscaped && octet == '\\');
            return;
        }

        switch ((char)octet)
        {
            case '\n':
                // A line goes on behind a literal (RFC 3501, section 4.3); else all that it opened is closed.
                (_literalLeft, _depth) = (_announced ?? 0, _announced is null ? 0 : _depth);
                (_isQuoted, _isEscaped, _announced) = (false, false, null);
                break;
            case '{':
                _announced = 0;
                break;
            case >= '0' and <= '9' when _announced is { } length:
                _announced = Math.Min((length * 10) + octet - '0', int.MaxValue);
                break;
            case '}' or '\r':
                break;
            default:
                Open((char)octet);
                break;
        }
    }

    private void Open(char character)
    {
        _announced = null;
        _isQuoted = character == '"';
        _depth = Math.Max(0, _depth + character switch { '(' => 1, ')' => -1, _ => 0 });
        if (_depth > MaxDepth)
        {
            throw new ImapProtocolException($"The server's answer is nested more than {MaxDepth} deep.");
        }
    }
}
