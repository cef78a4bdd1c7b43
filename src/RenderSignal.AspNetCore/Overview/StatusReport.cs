using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using NodaTime;

namespace RenderSignal.AspNetCore;

/// <summary>Everything that pages look at again and again, in one answer.</summary>
internal sealed class StatusReport(
    ComponentReport components, StoresCheck stores, PollActivity activity, Capabilities capabilities, IOptions<RenderSignalOptions> options, IClock clock)
{
    private static readonly string Version = typeof(StatusReport).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!
        .InformationalVersion.Split('+')[0]; // what follows is the commit

    public async Task<StatusAnswer> ReadAsync(HttpContext context)
    {
        var parts = await components.AskAsync(context.RequestAborted);

        // While the stores do not answer, what they said last is in force: at first, what the process was started with.
        var settings = stores.LastSettings ?? options.Value.Settings;
        var now = clock.GetCurrentInstant();
        return new StatusAnswer(
            ApiTime.Format(now),
            settings.Polling.TimeZone.Id,
            Version,
            ReadinessAnswer.IsReadyWith(parts),
            new OrderedDictionary<string, StatusComponent>(parts.Select(part => KeyValuePair.Create(part.Name, StatusComponent.From(part)))),
            StatusPolling.From(activity.Current, settings.Polling),
            StatusSending.From(settings.Webhooks, now.InZone(settings.Polling.TimeZone)),
            capabilities.Read(settings));
    }
}
