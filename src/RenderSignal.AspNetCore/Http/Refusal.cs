using Microsoft.AspNetCore.Http;

namespace RenderSignal.AspNetCore;

/// <summary>What a call of the API is answered that authorization turned away.</summary>
internal static class Refusal
{
    public static Task WriteAsync(HttpContext context, int status) => Failure.WriteAsync(context, status, MessageFor(context, status));

    private static string MessageFor(HttpContext context, int status)
    {
        if (status == StatusCodes.Status403Forbidden)
        {
            return "Whoever is signed in here may not do this.";
        }

        return context.GetEndpoint()?.Metadata.GetMetadata<BuiltInSignIn>() is { CoversApi: true }
            ? $"There is no session, or it has ended. Sign in first: POST username and password, as a form, to {MountPoint.AddressOf(context, SignInRoutes.LoginPath)}."
            : "There is no session, or it has ended. Sign in first.";
    }
}
