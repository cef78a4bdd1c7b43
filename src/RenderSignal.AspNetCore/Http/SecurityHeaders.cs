using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;

namespace RenderSignal.AspNetCore;

/// <summary>
/// Puts the headers that keep browsers careful on every answer of RenderSignal's routes, and words into a bare 401 or 403 of the API.
/// Stands before everything else, because authorization answers before a route is reached. What the application set itself stays.
/// </summary>
internal sealed class SecurityHeaders(ToolCors cors) : IStartupFilter
{
    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; font-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private const string OneYear = "max-age=31536000";

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(InvokeAsync);
        next(app);
    };

    private async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        context.Response.OnStarting(AddAsync, context);
        await next(context);
        if (IsBareRefusal(context.Response) && IsOwn(context) && context.GetEndpoint()?.Metadata.GetMetadata<IDisableCookieRedirectMetadata>() is not null)
        {
            await Refusal.WriteAsync(context, context.Response.StatusCode);
        }
    }

    private Task AddAsync(object state)
    {
        var context = (HttpContext)state;
        if (IsOwn(context))
        {
            var headers = context.Response.Headers;
            headers.TryAdd(HeaderNames.ContentSecurityPolicy, ContentSecurityPolicy);
            headers.TryAdd(HeaderNames.XContentTypeOptions, "nosniff");
            headers.TryAdd("Referrer-Policy", "same-origin"); // with no-referrer browsers would send forms with "Origin: null"
            headers.TryAdd(HeaderNames.CacheControl, "no-store");
            cors.Apply(context);

            // A browser obeys it for all ports of a host: on a developer's machine that would shut out every other program.
            if (context.Request.IsHttps && !IsLoopback(context.Request.Host.Host))
            {
                headers.TryAdd(HeaderNames.StrictTransportSecurity, OneYear);
            }
        }

        return Task.CompletedTask;
    }

    private static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    private static bool IsOwn(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<SecuredResponses>() is not null;

    private static bool IsBareRefusal(HttpResponse response) =>
        response is { HasStarted: false, ContentType: null, StatusCode: StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden };
}
