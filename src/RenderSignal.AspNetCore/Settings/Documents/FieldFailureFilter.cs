using Microsoft.AspNetCore.Http;

namespace RenderSignal.AspNetCore;

/// <summary>Names the field in which a failure lies, so that it can be told beside it.</summary>
internal sealed class FieldFailureFilter : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (SettingsRejectedException exception)
        {
            return FieldFailure.Result(StatusCodes.Status400BadRequest, exception.Message, exception.Field, exception.Expected);
        }
        catch (RequestRejectedException exception)
        {
            return FieldFailure.Result(exception.Status, exception.Message);
        }
    }
}
