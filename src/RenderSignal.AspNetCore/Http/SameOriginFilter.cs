using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;

namespace RenderSignal.AspNetCore;

/// <summary>
/// Keeps other sites from changing something with the session of whoever visits them. Routes that anybody may call rest on no session
/// and are left alone.
/// </summary>
internal sealed class SameOriginFilter : IEndpointFilter
{
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (Changes(http.Request.Method) && http.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is null && !SameOrigin.Allows(http.Request))
        {
            throw new RequestRejectedException(
                StatusCodes.Status403Forbidden,
                "This request comes from a page of another site (its Origin or Sec-Fetch-Site header says so) and changes nothing. Send it from a page of this site.");
        }

        return next(context);
    }

    private static bool Changes(string method) =>
        !HttpMethods.IsGet(method) && !HttpMethods.IsHead(method) && !HttpMethods.IsOptions(method) && !HttpMethods.IsTrace(method);
}
