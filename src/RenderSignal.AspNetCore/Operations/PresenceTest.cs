using NodaTime;
using NodaTime.Text;

namespace RenderSignal.AspNetCore;

/// <summary>An invented presence mail, to try a hook with.</summary>
internal static class PresenceTest
{
    private const string Subject = "Test de présence / presence test";

    /// <summary>A mail of its own each time, so that its <c>webhook-id</c> is none that a receiver has seen.</summary>
    public static DeliveryRequest Invent(RenderSignalSettings settings, bool presence, Instant now) => new()
    {
        IsByHand = true,
        Email = new EmailEnvelope
        {
            Uid = default,
            MessageId = $"<{Guid.NewGuid():N}@presence.rendersignal.test>",
            Subject = Subject,
            Date = OffsetDateTimePattern.Rfc3339.Format(now.WithOffset(Offset.Zero)),
            From = "RenderSignal <presence@rendersignal.test>",
        },
        Content = Subject,
        Links = [],
        WindowStart = settings.Webhooks.StartupWindow.StartText,
        WindowEnd = settings.Webhooks.StartupWindow.EndText,
        Settings = settings with { Webhooks = settings.Webhooks with { PresenceFlag = presence } },
    };
}
