namespace RenderSignal.Webhooks;

/// <summary>How the tries of a send ended.</summary>
/// <param name="Attempts">How many requests were made.</param>
/// <param name="StatusCode">The status of the last answer; null when the last try had none.</param>
/// <param name="Error">What went wrong; null when the receiver accepted.</param>
/// <param name="RetryAfter">For how long the receiver does not want to be asked again; null when it does not say.</param>
internal sealed record SendResult(int Attempts, int? StatusCode, string? Error, TimeSpan? RetryAfter = null)
{
    public bool Accepted => Error is null;
}
