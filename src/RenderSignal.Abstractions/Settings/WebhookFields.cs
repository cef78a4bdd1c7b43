using System.Text.Json.Nodes;

namespace RenderSignal;

/// <summary>The documents <c>webhook_config</c> and <c>webhook_time_window</c>.</summary>
internal static class WebhookFields
{
    public const string WindowStart = "webhook_time_start";
    public const string WindowEnd = "webhook_time_end";
    public const string Start = "start";
    public const string End = "end";

    public static readonly FieldRule<WebhookSettings>[] Rules =
    [
        Address("webhook_url", FieldTypes.Receiver, webhooks => webhooks.Url, (webhooks, value) => webhooks with { Url = value }),
        Rule("presence_flag", FieldTypes.Switch, (webhooks, value) => webhooks with { PresenceFlag = value }),
        Address("presence_true_url", FieldTypes.MakeHook, webhooks => webhooks.PresenceTrueUrl, (webhooks, value) => webhooks with { PresenceTrueUrl = value }),
        Address("presence_false_url", FieldTypes.MakeHook, webhooks => webhooks.PresenceFalseUrl, (webhooks, value) => webhooks with { PresenceFalseUrl = value }),
        Address("recadrage_webhook_url", FieldTypes.MakeHook, webhooks => webhooks.RecadrageMakeUrl, (webhooks, value) => webhooks with { RecadrageMakeUrl = value }),
        Address("autorepondeur_webhook_url", FieldTypes.MakeHook, webhooks => webhooks.DesaboMakeUrl, (webhooks, value) => webhooks with { DesaboMakeUrl = value }),
        Rule("webhook_ssl_verify", FieldTypes.Switch, (webhooks, value) => webhooks with { SslVerify = value }),
        Rule("webhook_sending_enabled", FieldTypes.Switch, (webhooks, value) => webhooks with { SendingEnabled = value }),
    ];

    public static WebhookSettings ApplyConfig(JsonObject document, WebhookSettings below, Action<FieldProblem> complain) =>
        Rules.Apply(document, below, complain) with
        {
            Window = document.ContainsKey(WindowStart) || document.ContainsKey(WindowEnd)
                ? Window(document, WindowStart, WindowEnd, below.Window, complain)
                : below.Window,
        };

    public static WebhookSettings ApplyWindow(JsonObject document, WebhookSettings below, Action<FieldProblem> complain) =>
        below with { Window = Window(document, Start, End, below.Window, complain) };

    /// <summary>The window that an operator sets: both sides, or none for a window that is always open.</summary>
    /// <returns>The document to store.</returns>
    /// <exception cref="SettingsRejectedException">One side alone, or no time of day.</exception>
    public static JsonObject NewWindow(JsonObject fields, string startField, string endField)
    {
        var window = Window(fields, startField, endField, TimeWindow.AlwaysOpen, problem => throw problem.ToRejection());
        // A body that lacks a side says nothing about it, and must not open the window.
        if (!fields.ContainsKey(startField) || !fields.ContainsKey(endField))
        {
            throw OneSide(fields.ContainsKey(startField) ? endField : startField);
        }

        if (window.StartText is null != window.EndText is null)
        {
            throw OneSide(window.StartText is null ? startField : endField);
        }

        return new JsonObject { [Start] = window.StartText, [End] = window.EndText };

        static SettingsRejectedException OneSide(string missing) =>
            new(missing, $"{missing} is missing: write {Expectations.BothSidesOfWindow}.") { Expected = Expectations.BothSidesOfWindow };
    }

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

        complain(FieldProblem.Of(field, value, Expectations.TimeOfDay));
        return Reading<string?>.Refused;
    }

    private static FieldRule<WebhookSettings> Address(
        string field, FieldType<string> type, Func<WebhookSettings, string?> get, Func<WebhookSettings, string, WebhookSettings> set) =>
        FieldRule<WebhookSettings>.ForAddress(field, type, get, set);

    private static FieldRule<WebhookSettings> Rule<TValue>(string field, FieldType<TValue> type, Func<WebhookSettings, TValue, WebhookSettings> set) =>
        FieldRule<WebhookSettings>.For(field, type, set);
}
