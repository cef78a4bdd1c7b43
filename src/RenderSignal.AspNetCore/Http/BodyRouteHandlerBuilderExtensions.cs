using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace RenderSignal.AspNetCore;

/// <summary>Describes the bodies that routes read.</summary>
/// <remarks>
/// Any media type is let through to the route: routing would otherwise pass over it for a missing or wrong <c>Content-Type</c>, and the
/// caller would be told of a wrong method instead.
/// </remarks>
internal static class BodyRouteHandlerBuilderExtensions
{
    private const string Any = "*/*";

    /// <summary>A JSON object, read with <see cref="JsonBody"/>.</summary>
    public static RouteHandlerBuilder WithJsonBody<TBody>(this RouteHandlerBuilder builder)
        where TBody : notnull => builder.Accepts<TBody>(isOptional: true, "application/json", Any);

    /// <summary>A form, read with <see cref="FormBody"/>.</summary>
    public static RouteHandlerBuilder WithFormBody<TBody>(this RouteHandlerBuilder builder)
        where TBody : notnull => builder.Accepts<TBody>(isOptional: true, "application/x-www-form-urlencoded", "multipart/form-data", Any);
}
