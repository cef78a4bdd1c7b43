using System.Net;

namespace RenderSignal.Webhooks;

/// <summary>
/// A body that does not leave once its claim is lost. It is the last thing of a request that is written, so a process that was paused on
/// the way here, and wakes when another server may be sending the mail, sends nothing that a receiver would take for a request.
/// </summary>
internal sealed class ClaimedContent(byte[] body, ISendClaim? claim) : HttpContent
{
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        claim?.ThrowIfLost();
        await stream.WriteAsync(body, cancellationToken);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = body.Length;
        return true;
    }
}
