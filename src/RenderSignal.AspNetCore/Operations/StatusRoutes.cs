using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace RenderSignal.AspNetCore;

/// <summary>What the process does, for diagnosis and for an old remote control.</summary>
internal static class StatusRoutes
{
    public static void Map(RouteTable routes)
    {
        routes.Get("/api/diag/runtime", ReadRuntime).AllowAnonymous().WithSummary("What this process does, and did last");
        routes.Get("/api/get_local_status", (PollActivity activity) => LocalStatusAnswer.Of(activity.Current.Progress))
            .WithSummary("Whether a poll cycle runs, and how far it is");
    }

    private static RuntimeAnswer ReadRuntime(PollActivity activity, ComponentBoard board, IClock clock)
    {
        var now = clock.GetCurrentInstant();
        var polling = activity.Current;
        return new(
            polling.StartedAt.ToString(),
            Math.Max(0, (long)(now - polling.StartedAt).TotalSeconds),
            polling.LastCycleAt?.ToUnixTimeSeconds(),
            board.Find(ComponentNames.Receiver)?.LastSuccess?.ToUnixTimeSeconds(),
            polling.IsAlive,
            board.Find(ComponentNames.MakeWatcher) is { State: not ComponentState.Resting }, // it goes on when Make.com refuses
            polling.IsEnabled,
            now.ToString());
    }
}
