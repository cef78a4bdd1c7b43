using System.Text.Json.Nodes;

namespace RenderSignal;

/// <summary>The documents <c>webhook_config</c> and <c>webhook_time_window</c>.</summary>
internal static class WebhookFields
{
    private static readonly FieldRule<WebhookSettings>[] Rules =
    [
        Rule("webhook_url", FieldTypes.Receiver, (webhooks, value) => webhooks with { Url = value }),
        Rule("presence_flag", FieldTypes.Switch, (webhooks, value) => webhooks with { PresenceFlag = value }),
        Rule("presence_true_url", FieldTypes.MakeHook, (webhooks, value) => webhooks with { PresenceTrueUrl = value }),
        Rule("presence_false_url", FieldTypes.MakeHook, (webhooks, value) => webhooks with { PresenceFalseUrl = value }),
        Rule("webhook_ssl_verify", FieldTypes.Switch, (webhooks, value) => webhooks with { SslVerify = value }),
        Rule("webhook_sending_enabled", FieldTypes.Switch, (webhooks, value) => webhooks with { SendingEnabled = value }),
    ];

    public static WebhookSettings ApplyConfig(JsonObject document, WebhookSettings below, Action<FieldProblem> complain) =>
        Rules.Apply(document, below, complain) with
        {
            Window = document.ContainsKey("webhook_time_start") || document.ContainsKey("webhook_time_end")
                ? Window(document, "webhook_time_start", "webhook_time_end", below.Window, complain)
                : below.Window,
        };

    public static WebhookSettings ApplyWindow(JsonObject document, WebhookSettings below, Action<FieldProblem> complain) =>
        below with { Window = Window(document, "start", "end", below.Window, complain) };

    // Both sides are one setting: the start of one window and the end of another make none.
    private static TimeWindow Window(JsonObject document, string startField, string endField, TimeWindow below, Action<FieldProblem> complain)
    {
        var start = Side(document, startField, complain);
        var end = Side(document, endField, complain);
        return start.IsClean && end.IsClean ? new TimeWindow(start.Value, end.Value) : below;
    }

    private static Reading<string?> Side(JsonObject document, string field, Action<FieldProblem> complain)
    {
        var value = document[field];
        if (FieldText.IsBlank(value))
        {
            return Reading<string?>.Of(null);
        }

        if (FieldText.Of(value) is { } text && TimeOfDay.TryParse(text) is not null)
        {
            return Reading<string?>.Of(text);
        }

        complain(FieldProblem.Of(field, value, "a time like 09h30 or 09:30, or null in both fields to be always open"));
        return Reading<string?>.Refused;
    }

    private static FieldRule<WebhookSettings> Rule<TValue>(string field, FieldType<TValue> type, Func<WebhookSettings, TValue, WebhookSettings> set) =>
        FieldRule<WebhookSettings>.For(field, type, set);
}
