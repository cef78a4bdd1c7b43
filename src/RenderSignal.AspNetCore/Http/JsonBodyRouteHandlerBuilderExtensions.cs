using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace RenderSignal.AspNetCore;

internal static class JsonBodyRouteHandlerBuilderExtensions
{
    /// <summary>Describes the JSON object that a route reads with <see cref="JsonBody"/>.</summary>
    /// <remarks>
    /// Any media type is let through to it: routing would otherwise pass over the route for a missing or wrong <c>Content-Type</c>,
    /// and the caller would be told of a wrong method instead.
    /// </remarks>
    public static RouteHandlerBuilder WithJsonBody<TBody>(this RouteHandlerBuilder builder)
        where TBody : notnull => builder.Accepts<TBody>(isOptional: true, "application/json", "*/*");
}
