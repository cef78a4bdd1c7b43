using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace RenderSignal.Imap;

/// <summary>The mailbox on an IMAP server. The connection is kept from one cycle to the next.</summary>
internal sealed class ImapMailbox(IOptions<ImapOptions> options, ImapConnector connector, ILogger<ImapMailbox> logger) : IMailbox, IAsyncDisposable
{
    private readonly EnvelopeCache _envelopes = new();
    private ImapConnection? _connection;

    public async Task<IMailboxSession> OpenAsync(CancellationToken cancellationToken) =>
        new ImapSession(this, await ConnectionAsync(cancellationToken), _envelopes, options.Value, logger);

    /// <summary>The connection that is there and still answers, or a new one: servers close idle connections, and that is no fault.</summary>
    public async Task<ImapConnection> ConnectionAsync(CancellationToken cancellationToken)
    {
        if (_connection is { } connection)
        {
            if (await connection.IsAliveAsync(cancellationToken))
            {
                return connection;
            }

            await DropAsync();
        }

        return _connection = await connector.ConnectAsync(cancellationToken);
    }

    /// <summary>Drops the connection, so that the next use makes a new one.</summary>
    public async ValueTask DropAsync()
    {
        if (_connection is { } connection)
        {
            _connection = null;
            await connection.DisposeAsync();
        }
    }

    public ValueTask DisposeAsync() => DropAsync();
}
