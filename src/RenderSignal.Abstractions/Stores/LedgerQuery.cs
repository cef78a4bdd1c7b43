namespace RenderSignal;

/// <summary>Which records of the ledger are wanted.</summary>
public sealed record LedgerQuery
{
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
}
