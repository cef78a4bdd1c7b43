using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace RenderSignal.AspNetCore;

/// <summary>Maps routes, and for each of them an answer in words to a wrong method.</summary>
internal sealed class RouteTable(RouteGroupBuilder group)
{
    private readonly SortedDictionary<string, List<string>> _methods = new(StringComparer.Ordinal);

    public RouteHandlerBuilder Get(string pattern, Delegate handler) => Map(pattern, HttpMethods.Get, handler);

    public RouteHandlerBuilder Post(string pattern, Delegate handler) => Map(pattern, HttpMethods.Post, handler);

    /// <summary>To be called once, when all routes are mapped.</summary>
    public void AnswerWrongMethods()
    {
        foreach (var (pattern, methods) in _methods)
        {
            var allowed = string.Join(", ", methods);
            group.Map(pattern, (HttpContext context) => RefuseAsync(context, allowed)).AllowAnonymous().ExcludeFromDescription();
        }
    }

    private RouteHandlerBuilder Map(string pattern, string method, Delegate handler)
    {
        if (!_methods.TryGetValue(pattern, out var methods))
        {
            _methods.Add(pattern, methods = []);
        }

        methods.Add(method);
        return group.MapMethods(pattern, [method], handler);
    }

    /// <summary>Answers 405, and which methods are possible.</summary>
    public static Task RefuseAsync(HttpContext context, string allowed)
    {
        context.Response.Headers.Allow = allowed;
        return Failure.WriteAsync(context, StatusCodes.Status405MethodNotAllowed, $"{context.Request.Method} is not possible here, only {allowed}.");
    }
}
