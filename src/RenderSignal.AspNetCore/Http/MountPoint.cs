using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace RenderSignal.AspNetCore;

/// <summary>Where in the application RenderSignal is mapped: the part of a route's path that stands before the route's own pattern.</summary>
/// <param name="Segments">Of how many segments that part consists. They are counted, not compared, because they may be parameters.</param>
internal sealed record MountPoint(int Segments)
{
    /// <param name="endpoint">A route with all that stands before it.</param>
    /// <param name="pattern">The route alone.</param>
    public static MountPoint Of(RouteEndpointBuilder endpoint, string pattern) =>
        new(endpoint.RoutePattern.PathSegments.Count - RoutePatternFactory.Parse(pattern).PathSegments.Count);

    /// <summary>The path of a request up to where RenderSignal begins, with the application's own base; empty at the root.</summary>
    public static PathString PathOf(HttpContext context)
    {
        var path = context.Request.Path.Value ?? "";
        var end = 0;
        for (var segment = context.GetEndpoint()?.Metadata.GetMetadata<MountPoint>()?.Segments ?? 0; segment > 0 && end >= 0; segment--)
        {
            end = path.IndexOf('/', end + 1);
        }

        return context.Request.PathBase.Add(end < 0 ? path : path[..end]);
    }

    /// <summary>The address of one of RenderSignal's routes, fit for a header or a link.</summary>
    /// <param name="context">A request to another of its routes.</param>
    /// <param name="route"><c>/login</c>, say.</param>
    public static string AddressOf(HttpContext context, string route) => PathOf(context).Add(route).ToUriComponent();
}
