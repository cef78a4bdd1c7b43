using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace RenderSignal.AspNetCore;

/// <summary>What all routes of the API share: one shape of answers, and words instead of exceptions.</summary>
internal sealed class ApiFilter(ILogger<ApiFilter> logger) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            var answer = await next(context);
            return answer is null or IResult ? answer : Results.Json(answer, ApiJson.Options);
        }
        catch (RequestRejectedException exception)
        {
            return Failure.Result(exception.Status, exception.Message);
        }
        catch (SettingsRejectedException exception)
        {
            return Failure.Result(StatusCodes.Status400BadRequest, exception.Message);
        }
        catch (BadHttpRequestException exception)
        {
            return Failure.Result(exception.StatusCode, exception.Message);
        }
        catch (Exception exception) when (exception is SettingsDocumentException or IOException && !context.HttpContext.RequestAborted.IsCancellationRequested)
        {
            Log.StoreFailed(logger, context.HttpContext.Request.Path, exception.Message);
            return Failure.Result(StatusCodes.Status503ServiceUnavailable, exception.Message);
        }
    }
}
