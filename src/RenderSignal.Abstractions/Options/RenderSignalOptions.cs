namespace RenderSignal;

/// <summary>
/// What the process was started with. Read once from configuration and the environment variables of REFERENCE section 5;
/// what an operator changes at run time is in <see cref="ISettingsStore"/> and wins.
/// </summary>
public sealed class RenderSignalOptions
{
    /// <summary>Where settings and state are kept (<c>RENDERSIGNAL_DATA</c>). Default: <c>data</c> in the working directory.</summary>
    public string DataDirectory { get; set; } = "data";

    /// <summary>The settings before any operator changed them.</summary>
    public RenderSignalSettings Settings { get; set; } = new();

    /// <summary>After how many days file stores forget ids, groups and retries (<c>RENDERSIGNAL_RETENTION_DAYS</c>): 1 to 36,500. Default: 400.</summary>
    public int RetentionDays { get; set; } = 400;

    /// <summary>How many mails the ledger keeps (<c>RENDERSIGNAL_LEDGER_RECORDS</c>): 100 to 1,000,000. Default: 10,000.</summary>
    public int LedgerRecords { get; set; } = 10_000;

    /// <summary>After how many seconds a subject group is forgotten (<c>SUBJECT_GROUP_TTL_SECONDS</c>); 0: with everything else.</summary>
    public int SubjectGroupTtlSeconds { get; set; }
}
