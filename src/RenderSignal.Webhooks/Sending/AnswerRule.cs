namespace RenderSignal.Webhooks;

/// <summary>Judges an answer. The variable is the setting that holds the receiver's address: what an operator would have to change.</summary>
internal delegate Verdict AnswerRule(WebhookAnswer answer, string variable);
