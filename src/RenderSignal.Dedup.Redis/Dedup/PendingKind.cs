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
}
