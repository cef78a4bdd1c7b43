namespace RenderSignal.Webhooks;

/// <summary>A try that ended with an answer.</summary>
internal sealed record SendTry(WebhookAnswer Answer, Verdict Verdict);
