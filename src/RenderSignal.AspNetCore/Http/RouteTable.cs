using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace RenderSignal.AspNetCore;

/// <summary>Maps routes, and for each of them an answer in words to a wrong method.</summary>
internal sealed class RouteTable(RouteGroupBuilder group)
{
    private readonly SortedDictionary<string, List<string>> _methods = new(StringComparer.Ordinal);

    public RouteHandlerBuilder Get(string pattern, Delegate handler) => Map(pattern, handler, HttpMethods.Get);

    /// <summary>A page: browsers and the tools that watch them also ask for its head.</summary>
    public RouteHandlerBuilder Page(string pattern, Delegate handler) => Map(pattern, handler, HttpMethods.Get, HttpMethods.Head);

    public RouteHandlerBuilder Post(string pattern, Delegate handler) => Map(pattern, handler, HttpMethods.Post)
        .Produces<Failure>(StatusCodes.Status403Forbidden).Produces<Failure>(StatusCodes.Status413PayloadTooLarge);

    /// <summary>
    /// Maps OPTIONS for all routes, by which browsers ask whether a script of another origin may call them; a filter of the group answers.
    /// To be called once, before <see cref="AnswerWrongMethods"/>.
    /// </summary>
    public void AnswerPreflights()
    {
        foreach (var pattern in _methods.Keys.ToList())
        {
            Map(pattern, Results.NoContent, HttpMethods.Options).AllowAnonymous().ExcludeFromDescription();
        }
    }

    /// <summary>To be called once, when all routes are mapped.</summary>
    public void AnswerWrongMethods()
    {
        foreach (var (pattern, methods) in _methods)
        {
            group.Map(pattern, (HttpContext context) => RefuseAsync(context, methods)).AllowAnonymous().ExcludeFromDescription();
        }
    }

    private static Task RefuseAsync(HttpContext context, IReadOnlyList<string> allowed)
    {
        var methods = string.Join(", ", allowed);
        context.Response.Headers.Allow = methods;
        return Failure.WriteAsync(
            context, StatusCodes.Status405MethodNotAllowed, $"{PrintableText.For(context.Request.Method)} is not possible here, only {methods}.");
    }

    private RouteHandlerBuilder Map(string pattern, Delegate handler, params string[] allowed)
    {
        if (!_methods.TryGetValue(pattern, out var methods))
        {
            _methods.Add(pattern, methods = []);
        }

        methods.AddRange(allowed);
        var route = group.MapMethods(pattern, allowed, handler);
        route.Add(endpoint => endpoint.Metadata.Add(MountPoint.Of((RouteEndpointBuilder)endpoint, pattern)));
        return route;
    }
}
