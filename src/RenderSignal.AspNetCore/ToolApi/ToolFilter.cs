using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace RenderSignal.AspNetCore;

/// <summary>
/// Lets tools in that bring the key, and browsers' scripts of the allowed origins read the answers. A session opens nothing here,
/// and no credentials of a browser are asked for. Needs no CORS middleware of the host.
/// </summary>
internal sealed class ToolFilter : IEndpointFilter
{
    public const string KeyHeader = "X-API-Key";

    private readonly ICorsService _cors;
    private readonly CorsPolicy _origins;
    private readonly byte[]? _key;

    public ToolFilter(ICorsService cors, IOptions<DashboardOptions> options)
    {
        _cors = cors;
        _origins = new CorsPolicyBuilder([.. options.Value.CorsAllowedOrigins.Select(ToolOrigin.Normalize).OfType<string>()])
            .WithMethods(HttpMethods.Get, HttpMethods.Post)
            .WithHeaders(KeyHeader, HeaderNames.ContentType)
            .SetPreflightMaxAge(TimeSpan.FromMinutes(10))
            .Build();
        _key = options.Value.TestApiKey is { Length: > 0 } key ? Digest(key) : null;
    }

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        TellOrigin(http);

        // Browsers ask before they call, without the key.
        if (HttpMethods.IsOptions(http.Request.Method))
        {
            return Results.NoContent();
        }

        if (_key is null)
        {
            return Failure.Result(StatusCodes.Status401Unauthorized, "These routes are closed: no key is configured. Set TEST_API_KEY and start again.");
        }

        return CryptographicOperations.FixedTimeEquals(Digest(http.Request.Headers[KeyHeader].ToString()), _key)
            ? await next(context)
            : Failure.Result(StatusCodes.Status401Unauthorized, $"The key is missing or wrong: send the value of TEST_API_KEY in the header {KeyHeader}.");
    }

    private void TellOrigin(HttpContext context)
    {
        // Also where no origin is allowed: the answer to one may not be handed to another.
        context.Response.Headers.AppendCommaSeparatedValues(HeaderNames.Vary, HeaderNames.Origin);
        if (context.Request.Headers.ContainsKey(HeaderNames.Origin))
        {
            var result = _cors.EvaluatePolicy(context, _origins);
            result.VaryByOrigin = false;
            _cors.ApplyResult(result, context.Response);
        }
    }

    // Of one length whatever was sent, so that the comparison takes the same time.
    private static byte[] Digest(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
