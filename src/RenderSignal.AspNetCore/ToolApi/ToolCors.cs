using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace RenderSignal.AspNetCore;

/// <summary>
/// Says to browsers which other origins may read RenderSignal's answers: the configured ones those of <c>/api/test/*</c>, and no other any.
/// Has the last word, so that it holds with or without a CORS middleware of the application, whose policies are not meant for these routes.
/// </summary>
internal sealed class ToolCors(ICorsService cors, IOptions<DashboardOptions> options)
{
    private const string HeaderPrefix = "Access-Control-";

    private readonly CorsPolicy _origins = new CorsPolicyBuilder([.. options.Value.CorsAllowedOrigins.Select(ToolOrigin.Normalize).OfType<string>()])
        .WithMethods(HttpMethods.Get, HttpMethods.Post)
        .WithHeaders(ToolFilter.KeyHeader, HeaderNames.ContentType)
        .SetPreflightMaxAge(TimeSpan.FromMinutes(10))
        .Build();

    public void Apply(HttpContext context)
    {
        var headers = context.Response.Headers;
        foreach (var name in headers.Keys.Where(name => name.StartsWith(HeaderPrefix, StringComparison.OrdinalIgnoreCase)).ToList())
        {
            headers.Remove(name);
        }

        if (context.GetEndpoint()?.Metadata.GetMetadata<ToolAccess>() is null)
        {
            return;
        }

        // Also where no origin is allowed: the answer to one may not be handed to another.
        if (!headers.Vary.Contains(HeaderNames.Origin, StringComparer.OrdinalIgnoreCase))
        {
            headers.AppendCommaSeparatedValues(HeaderNames.Vary, HeaderNames.Origin);
        }

        if (context.Request.Headers.ContainsKey(HeaderNames.Origin))
        {
            var result = cors.EvaluatePolicy(context, _origins);
            result.VaryByOrigin = false;
            cors.ApplyResult(result, context.Response);
        }
    }
}
