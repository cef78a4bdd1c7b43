namespace RenderSignal.Chaos.Tests;

/// <summary>One request as the receiver saw it.</summary>
/// <param name="Id">Its <c>webhook-id</c>.</param>
/// <param name="Subject">The mail's subject; empty when the request broke off.</param>
/// <param name="Sender">The server that sent it.</param>
/// <param name="BeganAt">When it had come as far as its headers, since the cluster's start.</param>
/// <param name="EndedAt">When the receiver began to write its answer, or cut the connection. Later the sender may know of it.</param>
/// <param name="Answer">What was answered, whether or not the sender was still there to hear it.</param>
internal sealed record Delivery(string Id, string Subject, string Sender, TimeSpan BeganAt, TimeSpan EndedAt, ReceiverAnswer Answer)
{
    public bool IsAccepted => Answer == ReceiverAnswer.Accepted;

    public override string ToString() => $"{BeganAt.TotalSeconds:0.000} to {EndedAt.TotalSeconds:0.000} s: {Id} '{Subject}' from {Sender}: {Answer}";
}
