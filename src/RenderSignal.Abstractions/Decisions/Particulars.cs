using System.Globalization;
using NodaTime;

namespace RenderSignal;

/// <summary>The particulars of decisions: what <see cref="Decision.Detail"/> says of a reason. Their codes are the reasons' names.</summary>
internal static class Particulars
{
    public static Phrase SendingSwitchedOff { get; } =
        Of(DecisionReason.SendingDisabled, "webhook_sending_enabled is off").With("setting", "webhook_sending_enabled");

    public static Phrase ReceiverMissing { get; } = Of(DecisionReason.ReceiverMissing, "WEBHOOK_URL is not set").With("variable", "WEBHOOK_URL");

    public static Phrase SentByHand { get; } = Of(DecisionReason.Deliver, "sent by hand").With("by_hand", "true");

    public static Phrase Keyword(string keyword) => Of(DecisionReason.ExcludedKeyword, $"contains '{keyword}'").With("keyword", keyword);

    public static Phrase TooLarge(long bytes, int limitMb)
    {
        var size = ((double)bytes / DecisionTable.BytesPerMb).ToString("0.0", CultureInfo.InvariantCulture);
        return Of(DecisionReason.TooLarge, $"{size} MB, max_email_size_mb is {limitMb}").With("size_mb", size).With("limit_mb", limitMb);
    }

    public static Phrase NotBefore(Instant until) => Of(DecisionReason.ReceiverBusy, $"not before {until}").With("until", until.ToString());

    public static Phrase PresenceHookMissing(string variable) =>
        Of(DecisionReason.PresenceHookMissing, $"{variable} is not set").With("variable", variable);

    public static Phrase RateLimitReached(int count, int limit) =>
        Of(DecisionReason.RateLimited, $"rate_limit_per_hour is {limit}").With("count", count).With("limit", limit);

    public static Phrase CutShort(string webhookId) => Of(
        DecisionReason.DeliveryFailed,
        $"cut short because the process stops; it is sent again with the same webhook-id {webhookId}").With("webhook_id", webhookId);

    private static Phrase Of(DecisionReason reason, string english) => new(ReasonText.CodeOf(reason), english);
}
