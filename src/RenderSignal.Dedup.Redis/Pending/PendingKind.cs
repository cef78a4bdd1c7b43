using System.Text.Json.Serialization;

namespace RenderSignal.Dedup.Redis;

internal enum PendingKind
{
    /// <summary>An email id is done.</summary>
    [JsonStringEnumMemberName("email")]
    Email,

    /// <summary>A subject group is done.</summary>
    [JsonStringEnumMemberName("group")]
    Group,

    /// <summary>One email id is forgotten.</summary>
    [JsonStringEnumMemberName("forget_email")]
    ForgetEmail,

    /// <summary>The ledger has a record of a mail; which one, the local ledger knows.</summary>
    [JsonStringEnumMemberName("ledger_record")]
    LedgerRecord,

    /// <summary>The ledger has all records of the local one.</summary>
    [JsonStringEnumMemberName("ledger")]
    Ledger,

    /// <summary>A mail was sent.</summary>
    [JsonStringEnumMemberName("send")]
    Send,

    /// <summary>Something rests before it is tried again, or rests no more.</summary>
    [JsonStringEnumMemberName("retry")]
    Retry,
}
