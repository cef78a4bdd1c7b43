using System.Text.Json.Serialization;
using NodaTime;

namespace RenderSignal.AspNetCore;

/// <summary>Whether mails are sent now.</summary>
/// <param name="Enabled">Whether sending is switched on.</param>
/// <param name="WindowOpen">Whether it is an hour in which mails are sent.</param>
/// <param name="WindowChangesAt">When the window next opens or closes; null: never.</param>
internal sealed record StatusSending(
    [property: JsonPropertyName("enabled")] bool Enabled,
    [property: JsonPropertyName("window_open")] bool WindowOpen,
    [property: JsonPropertyName("window_changes_at")] string? WindowChangesAt)
{
    public static StatusSending From(WebhookSettings settings, ZonedDateTime now) =>
        new(settings.SendingEnabled, settings.Window.IsOpenAt(now.TimeOfDay), ApiTime.FormatOrNull(settings.Window.NextChange(now)));
}
