using Microsoft.AspNetCore.Http;

namespace RenderSignal.AspNetCore;

/// <summary>Keeps the cookies of session and sign-in form to the part of the application where RenderSignal is mapped.</summary>
internal sealed class SessionCookieBuilder : CookieBuilder
{
    public override CookieOptions Build(HttpContext context, DateTimeOffset expiresFrom)
    {
        ArgumentNullException.ThrowIfNull(context);
        var options = base.Build(context, expiresFrom);
        var isWhole = context.GetEndpoint()?.Metadata.GetMetadata<BuiltInSignIn>() is { CoversApi: true };
        var path = isWhole ? MountPoint.PathOf(context) : context.Request.PathBase;
        // A semicolon ends an attribute of a cookie (RFC 6265, section 4.1.1), and a path may have one.
        options.Path = path.HasValue ? path.ToUriComponent().Replace(";", "%3B", StringComparison.Ordinal) : "/";
        return options;
    }
}
