using System.Globalization;

namespace RenderSignal;

/// <summary>Which records of the ledger are wanted.</summary>
public sealed record LedgerQuery
{
    private const CompareOptions Loosely = CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace;

    /// <summary>How many at the most, 1 or more.</summary>
    public int Limit { get; init; } = 50;

    /// <summary>Only what comes after this place in the list, which is older; null: from the newest on.</summary>
    public LedgerCursor? Before { get; init; }

    /// <summary>Only mails of which one of these became, or that <see cref="Reasons"/> names; both empty: any.</summary>
    public IReadOnlyCollection<EmailStatus> Statuses { get; init; } = [];

    /// <summary>Only mails decided for one of these reasons, or that <see cref="Statuses"/> names; both empty: any.</summary>
    public IReadOnlyCollection<DecisionReason> Reasons { get; init; } = [];

    /// <summary>Only mails that have this text in subject, sender, detector or detail, case and accents ignored, or that have it as their id; empty: any.</summary>
    public string Text { get; init; } = "";

    /// <summary>Whether the record is wanted, whatever its place.</summary>
    public bool Matches(LedgerRecord record) => Matches(record.Status, record.Reason) && (Text.Length == 0
        || Has(record.Subject)
        || Has(record.Sender)
        || Has(record.Detector)
        || Has(record.Detail)
        || record.Id.Equals(Text, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a record of which this became may be wanted; <see cref="Text"/> decides.</summary>
    public bool Matches(EmailStatus status, DecisionReason reason) =>
        Statuses.Count + Reasons.Count == 0 || Statuses.Contains(status) || Reasons.Contains(reason);

    private bool Has(string? text) => text is not null && CultureInfo.InvariantCulture.CompareInfo.IndexOf(text, Text, Loosely) >= 0;
}
