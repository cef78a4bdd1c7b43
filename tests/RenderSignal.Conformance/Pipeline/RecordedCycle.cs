using System.Text.Json.Nodes;
using NodaTime;
using NodaTime.Text;

namespace RenderSignal.Conformance;

/// <summary>A recorded case of <c>pipeline.jsonl</c>.</summary>
internal sealed class RecordedCycle(JsonObject recorded)
{
    public const string CustomUrl = "https://custom.example.test/hook";
    public const string PresenceTrueUrl = "https://presence-true.example.test/h";
    public const string PresenceFalseUrl = "https://presence-false.example.test/h";
    public const string MakeApiKey = "make-key";

    public IReadOnlyList<string> RawMails { get; } = [.. recorded["emails"]!.AsArray().Select(email => email!.Text("raw"))];

    public IReadOnlyList<string> EmailIds { get; } = [.. recorded["email_ids"]!.AsArray().Select(id => (string)id!)];

    /// <summary>The receiver's answers in order; the last one repeats.</summary>
    public IReadOnlyList<JsonNode> Answers { get; } = [.. recorded["receiver"]!.AsArray().Select(answer => answer!)];

    /// <summary>What must be there after each cycle.</summary>
    public IReadOnlyList<JsonObject> Expected { get; } = [.. recorded["expect"]!.AsArray().Select(cycle => cycle!.AsObject())];

    public static Instant Now(JsonObject cycle) => OffsetDateTimePattern.Rfc3339.Parse(cycle.Text("now")).Value.ToInstant();

    /// <summary>The settings of the case. The window is an operator's, not the environment's; pauses between tries are left out.</summary>
    public RenderSignalSettings Settings(Func<string, string> addressOf)
    {
        var settings = recorded["settings"]!;
        var window = settings["window"]?.AsArray();
        return new RenderSignalSettings
        {
            Webhooks = new WebhookSettings
            {
                Url = addressOf(CustomUrl),
                PresenceFlag = (bool)settings["presence"]!,
                PresenceTrueUrl = addressOf(PresenceTrueUrl),
                PresenceFalseUrl = addressOf(PresenceFalseUrl),
                Window = window is null ? TimeWindow.AlwaysOpen : new TimeWindow((string?)window[0], (string?)window[1]),
            },
            Polling = new PollingSettings
            {
                Senders = [.. settings["senders"]!.AsArray().Select(sender => (string)sender!)],
                TimeZone = DateTimeZoneProviders.Tzdb[recorded.Text("timezone")],
            },
            Preferences = new ProcessingPreferences
            {
                RateLimitPerHour = (int)settings["rate_limit_per_hour"]!,
                RetryCount = (int)settings["retry_count"]!,
                RetryDelaySec = 0,
            },
            Flags = new RuntimeFlags { AllowCustomWebhookWithoutLinks = (bool)settings["allow_without_links"]! },
        };
    }
}
