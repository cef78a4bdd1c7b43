using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace RenderSignal.Dedup.Redis;

/// <summary>
/// Where a record stands among all, and in short what it says: <c>2026-11-05T09:27:00.123456789Z 00000000 sent/deliver ID</c>. As texts,
/// places sort as records do: by the instant of the decision, to the nanosecond, and within one by the order in which they came.
/// </summary>
/// <param name="DecidedAt">The record's <see cref="LedgerRecord.DecidedAt"/>.</param>
/// <param name="Status">Its status.</param>
/// <param name="Reason">Its reason.</param>
/// <param name="Id">The id of the mail.</param>
internal readonly record struct LedgerPlace(Instant DecidedAt, EmailStatus Status, DecisionReason Reason, string Id)
{
    private static readonly InstantPattern Pattern = InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss.fffffffff'Z'");

    private static readonly Dictionary<string, (EmailStatus Status, DecisionReason Reason)> Kinds = (
        from status in Enum.GetValues<EmailStatus>()
        from reason in Enum.GetValues<DecisionReason>()
        select (status, reason)).ToDictionary(kind => KindOf(kind.status, kind.reason), StringComparer.Ordinal);

    /// <summary>What the places of an instant begin with; before all of them, as a text.</summary>
    public static string TextOf(Instant instant) => Pattern.Format(instant);

    public static string KindOf(EmailStatus status, DecisionReason reason) => $"{NameOf(status)}/{NameOf(reason)}";

    /// <summary>Null: it is no place, or one of a later version.</summary>
    public static LedgerPlace? TryParse(string text) =>
        text.Split(' ', 4) is [var instant, _, var kind, var id] && Pattern.Parse(instant) is { Success: true } decidedAt && Kinds.TryGetValue(kind, out var known)
            ? new LedgerPlace(decidedAt.Value, known.Status, known.Reason, id)
            : null;

    private static string NameOf<TEnum>(TEnum value)
        where TEnum : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}
