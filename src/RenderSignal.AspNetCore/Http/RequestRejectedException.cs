namespace RenderSignal.AspNetCore;

/// <summary>A request that cannot be carried out. <see cref="ApiFilter"/> makes an answer of it.</summary>
internal sealed class RequestRejectedException(int status, string message) : Exception(message)
{
    /// <summary>The HTTP status to answer with.</summary>
    public int Status { get; } = status;
}
