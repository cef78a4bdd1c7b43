using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace RenderSignal.AspNetCore;

/// <summary>Reads the form of a request.</summary>
internal static class FormBody
{
    private static readonly FormOptions Bounds = new() { MemoryBufferThreshold = JsonBody.MaxLength, MultipartBodyLengthLimit = JsonBody.MaxLength };

    /// <exception cref="RequestRejectedException">413 for more than <see cref="JsonBody.MaxLength"/>, 400 for what is no form.</exception>
    public static async Task<IFormCollection> ReadAsync(HttpRequest request)
    {
        if (request.ContentLength > JsonBody.MaxLength)
        {
            throw TooLarge();
        }

        if (!request.HasFormContentType)
        {
            throw NoForm("send it with the header Content-Type: application/x-www-form-urlencoded.");
        }

        // For a body that does not say how long it is.
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = JsonBody.MaxLength;
        }

        try
        {
            return await request.ReadFormAsync(Bounds, request.HttpContext.RequestAborted);
        }
        catch (BadHttpRequestException exception) when (exception.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            throw TooLarge();
        }
        catch (Exception exception) when (IsOfTheForm(exception) && !request.HttpContext.RequestAborted.IsCancellationRequested)
        {
            throw NoForm(exception.Message);
        }
    }

    // The last two come from character sets that .NET does not decode, UTF-7 for one.
    private static bool IsOfTheForm(Exception exception) => exception is InvalidDataException or IOException or NotSupportedException or ArgumentException;

    private static RequestRejectedException TooLarge() =>
        new(StatusCodes.Status413PayloadTooLarge, $"The form is larger than {JsonBody.MaxLength / 1024} KB.");

    private static RequestRejectedException NoForm(string why) => new(StatusCodes.Status400BadRequest, $"The body is no form: {why}");
}
