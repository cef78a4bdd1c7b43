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
        catch (Exception exception) when (exception is ConnectionBrokenException or ImapCommandException)
        {
            return false;
        }
    }

    /// <exception cref="ImapCommandException">The server answered NO or BAD.</exception>
    /// <exception cref="MessageNotFoundException">The server answered OK and nothing else.</exception>
    /// <exception cref="ConnectionBrokenException">The connection broke, the server did not answer in time, or its answer made no sense.</exception>
    public async Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> command, CancellationToken cancellationToken)
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
        catch (Exception exception) when (exception is not (OperationCanceledException or ImapCommandException or MessageNotFoundException))
        {
            // A nonsensical answer can end in any exception, and leaves nobody knowing where in the conversation we are.
            throw new ConnectionBrokenException($"The connection to the IMAP server broke: {FirstLine.Of(exception.Message)}", exception);
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
            catch (Exception exception) when (exception is OperationCanceledException or IOException or ProtocolException or CommandException)
            {
                // The connection is given up either way.
            }
        }

        client.Dispose();
    }
}
