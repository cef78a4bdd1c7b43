namespace RenderSignal.Chaos.Tests;

internal enum ReceiverAnswer
{
    /// <summary>200.</summary>
    Accepted,

    /// <summary>500.</summary>
    Refused,

    /// <summary>The connection is closed without an answer.</summary>
    Cut,
}
