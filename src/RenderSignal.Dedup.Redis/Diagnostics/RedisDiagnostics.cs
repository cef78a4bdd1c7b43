namespace RenderSignal.Dedup.Redis;

/// <summary>The names under which this package measures itself.</summary>
public static class RedisDiagnostics
{
    /// <summary>The meter.</summary>
    public const string MeterName = "RenderSignal.Dedup.Redis";

    /// <summary>Counter of the stores' calls for Redis, by <see cref="CommandTag"/> and <see cref="OutcomeTag"/>.</summary>
    public const string CommandsInstrument = "rendersignal.redis.commands";

    /// <summary>What was asked: <c>is_processed</c>, <c>mark_processed</c>, <c>is_group_processed</c>, <c>mark_group_processed</c>, <c>forget_processed</c>, <c>read_settings</c>, <c>write_settings</c>, <c>read_keys</c>, <c>write_key</c>, <c>read_ledger</c>, <c>write_ledger</c>, <c>list_ledger</c>, <c>count_ledger</c>, <c>read_webhook_log</c>, <c>acquire_lease</c>, <c>renew_lease</c>, <c>release_lease</c>, <c>claim_send</c>, <c>release_claim</c>, <c>publish_notice</c>, <c>begin_sign_in</c>, <c>forget_sign_in</c>, <c>count_sends</c>, <c>record_send</c>, <c>find_retry</c>, <c>update_retry</c>, <c>remove_retry</c>.</summary>
    public const string CommandTag = "rendersignal.redis.command";

    /// <summary>What came of it: <see cref="Answered"/>, <see cref="Failed"/> or <see cref="TurnedAway"/>.</summary>
    public const string OutcomeTag = "rendersignal.redis.outcome";

    /// <summary>Redis answered.</summary>
    public const string Answered = "answered";

    /// <summary>Redis did not answer in time, or with an error.</summary>
    public const string Failed = "failed";

    /// <summary>Redis was known to be away and was not asked.</summary>
    public const string TurnedAway = "turned_away";
}
