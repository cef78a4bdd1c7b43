using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace RenderSignal.AspNetCore;

/// <summary>The local trigger file.</summary>
internal static class TriggerRoutes
{
    public static void Map(RouteTable routes) => routes.Get("/api/check_trigger", TakeAsync)
        .AllowAnonymous()
        .Produces<TriggerAnswer>()
        .Produces<Failure>(StatusCodes.Status503ServiceUnavailable)
        .WithSummary("Takes the local trigger file: each is given out once");

    private static Task<TriggerAnswer> TakeAsync(TriggerFile file) => file.TakeAsync();
}
