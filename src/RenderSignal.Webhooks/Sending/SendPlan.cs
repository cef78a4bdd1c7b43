using System.Text.Json.Nodes;

namespace RenderSignal.Webhooks;

/// <summary>Everything about one send: what goes where, when it counts as accepted, and how patiently it is tried.</summary>
internal sealed record SendPlan
{
    public required string Route { get; init; }

    /// <summary><c>custom</c> or <c>makecom</c>, for the webhook log.</summary>
    public required string LogType { get; init; }

    /// <summary>The mail that is sent.</summary>
    public required DeliveryRequest Mail { get; init; }

    public required string? Address { get; init; }

    /// <summary>The variable that holds <see cref="Address"/>: what messages name in its place.</summary>
    public required string Variable { get; init; }

    public required byte[] Body { get; init; }

    public string? BearerToken { get; init; }

    public required AnswerRule Judge { get; init; }

    /// <summary>How many requests are made at the most: 1 or more.</summary>
    public required int Tries { get; init; }

    /// <summary>For each try.</summary>
    public required TimeSpan Timeout { get; init; }

    /// <summary>Between two tries.</summary>
    public TimeSpan Pause => TimeSpan.FromSeconds(Mail.Settings.Preferences.RetryDelaySec);

    /// <summary>The same on every try.</summary>
    public string WebhookId => Mail.WebhookIdFor(Route);

    /// <summary>What <see cref="WebhookSender"/> would send.</summary>
    public DeliveryPreview Preview() => new(LogType, string.IsNullOrWhiteSpace(Address) ? null : WebhookAddress.Mask(Address), JsonNode.Parse(Body));

    /// <summary>A send in the custom format, to <c>webhook_url</c>.</summary>
    public static SendPlan ToCustom(DeliveryRequest mail, string route, byte[] body) => new()
    {
        Route = route,
        LogType = WebhookLogType.Custom,
        Mail = mail,
        Address = mail.Settings.Webhooks.Url,
        Variable = "WEBHOOK_URL",
        Body = body,
        Judge = AnswerRules.Custom,
        Tries = 1 + mail.Settings.Preferences.RetryCount,
        Timeout = TimeSpan.FromSeconds(mail.Settings.Preferences.WebhookTimeoutSec),
    };

    /// <summary>A send in the Make format.</summary>
    public static SendPlan ToMake(DeliveryRequest mail, string route, string? hook, string variable, byte[] body, WebhooksOptions options) => new()
    {
        Route = route,
        LogType = WebhookLogType.Make,
        Mail = mail,
        Address = WebhookAddress.NormalizeMakeHook(hook) ?? hook,
        Variable = variable,
        Body = body,
        BearerToken = options.MakeApiKey,
        Judge = AnswerRules.Make,
        Tries = options.MakeAttempts,
        Timeout = options.MakeTimeout,
    };
}
