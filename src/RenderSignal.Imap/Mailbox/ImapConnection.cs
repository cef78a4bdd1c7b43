using MailKit;
using MailKit.Net.Imap;

namespace RenderSignal.Imap;

/// <summary>
/// A signed-in client with its mailbox open. Every command has a time limit, and whatever breaks the connection becomes a
/// <see cref="ConnectionBrokenException"/>; the server's own NO and BAD stay what they are, for they say something about one command only.
/// </summary>
internal sealed class ImapConnection(ImapClient client, IMailFolder folder, TimeSpan timeout, TimeProvider time) : IAsyncDisposable
{
    public IMailFolder Folder => folder;

    public bool IsUsable => client.IsConnected && client.IsAuthenticated && folder.IsOpen;

    public async Task<bool> IsAliveAsync(CancellationToken cancellationToken)
    {
        try
        {
            await RunAsync(async token =>
            {
                await client.NoOpAsync(token);
                return true;
            }, cancellationToken);
            return IsUsable;
        }
        catch (Exception exception) when (exception is MailboxUnavailableException or ImapCommandException)
        {
            return false;
        }
    }

    /// <exception cref="ImapCommandException">The server answered NO or BAD.</exception>
    /// <exception cref="ConnectionBrokenException">The connection broke, the server did not answer in time, or its answer made no sense.</exception>
    public Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> command, CancellationToken cancellationToken) =>
        RunAsync(command, timeout, time, cancellationToken);

    public static async Task<T> RunAsync<T>(
        Func<CancellationToken, Task<T>> command, TimeSpan timeout, TimeProvider time, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(timeout, time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return await command(linked.Token);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ConnectionBrokenException($"The IMAP server did not answer within {timeout.TotalSeconds:0} s.", exception);
        }
        catch (Exception exception) when (exception is IOException or ImapProtocolException or ServiceNotConnectedException or ServiceNotAuthenticatedException or FolderNotOpenException)
        {
            throw new ConnectionBrokenException($"The connection to the IMAP server broke: {exception.Message.Split('\n', 2)[0].Trim()}", exception);
        }
    }

    /// <summary>Says goodbye if the server is still there, without waiting long for its answer.</summary>
    public async ValueTask DisposeAsync()
    {
        if (client.IsConnected)
        {
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(1), time);
            try
            {
                await client.DisconnectAsync(quit: true, limit.Token);
            }
            catch (Exception exception) when (exception is OperationCanceledException or IOException or ProtocolException)
            {
                // The connection is given up either way.
            }
        }

        client.Dispose();
    }
}
