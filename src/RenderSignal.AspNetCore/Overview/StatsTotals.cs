using System.Text.Json.Serialization;

namespace RenderSignal.AspNetCore;

/// <summary>Mails by what became of them.</summary>
internal sealed record StatsTotals(
    [property: JsonPropertyName("sent")] int Sent,
    [property: JsonPropertyName("skipped")] int Skipped,
    [property: JsonPropertyName("left")] int Left,
    [property: JsonPropertyName("failed")] int Failed)
{
    public static StatsTotals Of(IReadOnlyList<LedgerCount> counts)
    {
        return new(Sum(EmailStatus.Sent), Sum(EmailStatus.Skipped), Sum(EmailStatus.Left), Sum(EmailStatus.Failed));

        int Sum(EmailStatus status) => counts.Where(count => count.Status == status).Sum(count => count.Count);
    }
}
