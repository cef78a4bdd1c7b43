using System.Text.Json.Serialization;

namespace RenderSignal.AspNetCore;

/// <summary>What would be done with the mail, and why.</summary>
/// <param name="Action">leave, mark_seen, acknowledge or send.</param>
/// <param name="Reason">As in the ledger.</param>
/// <param name="ReasonInWords">With the particulars.</param>
/// <param name="ReasonValues">What stands in the particulars, by name.</param>
/// <param name="Detail">The particulars alone.</param>
/// <param name="StatusIfApplied">As in the ledger; of a mail to be sent, if its receiver accepts.</param>
internal sealed record PreviewDecision(
    [property: JsonPropertyName("action")] string Action,
    [property: JsonPropertyName("reason")] string Reason,
    [property: JsonPropertyName("reason_text")] string ReasonInWords,
    [property: JsonPropertyName("reason_values")] IReadOnlyDictionary<string, string> ReasonValues,
    [property: JsonPropertyName("detail")] string? Detail,
    [property: JsonPropertyName("status_if_applied")] string StatusIfApplied)
{
    public static PreviewDecision From(Decision decision) => new(
        WireNames.Of(decision.Action),
        WireNames.Of(decision.Reason),
        ReasonText.For(decision),
        decision.DetailValues,
        decision.Detail,
        WireNames.Of(decision.Action switch
        {
            EmailAction.Send => EmailStatus.Sent,
            EmailAction.Leave => EmailStatus.Left,
            _ => EmailStatus.Skipped,
        }));
}
