namespace RenderSignal.Webhooks;

/// <summary>What a receiver answered.</summary>
/// <param name="StatusCode">The HTTP status.</param>
/// <param name="Body">The text, or the first <see cref="AnswerReader.MaxBodyLength"/> octets of it.</param>
/// <param name="RetryAfter">For how long it does not want to be asked again; null when it does not say.</param>
internal sealed record WebhookAnswer(int StatusCode, string Body, TimeSpan? RetryAfter);
