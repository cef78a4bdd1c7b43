using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace RenderSignal.AspNetCore;

/// <summary>Lets tools in that bring the key. A session opens nothing here, and no credentials of a browser are asked for.</summary>
internal sealed class ToolFilter : IEndpointFilter
{
    public const string KeyHeader = "X-API-Key";

    private readonly byte[]? _key;

    public ToolFilter(IOptions<DashboardOptions> options) => _key = options.Value.TestApiKey is { Length: > 0 } key ? Digest(key) : null;

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
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

    // Of one length whatever was sent, so that the comparison takes the same time.
    private static byte[] Digest(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
