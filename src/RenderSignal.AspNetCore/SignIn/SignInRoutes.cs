using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace RenderSignal.AspNetCore;

/// <summary><c>/login</c> and <c>/logout</c> (REFERENCE section 6).</summary>
internal static class SignInRoutes
{
    public const string LoginPath = "/login";
    public const string LogoutPath = "/logout";

    public static void Map(RouteTable routes)
    {
        routes.Page(LoginPath, (HttpContext context, SignInHandler signIn) => signIn.Show(context)).AllowAnonymous().ExcludeFromDescription();
        routes.Post(LoginPath, (HttpContext context, SignInHandler signIn) => signIn.SignInAsync(context)).AllowAnonymous()
            .WithSummary("Signs in: 302 and a session's cookie, or the page again")
            .Produces(StatusCodes.Status302Found)
            .Produces<Failure>(StatusCodes.Status403Forbidden).Produces<Failure>(StatusCodes.Status429TooManyRequests)
            .WithFormBody<LoginForm>();
        routes.Get(LogoutPath, (HttpContext context, SignInHandler signIn) => signIn.SignOutAsync(context)).AllowAnonymous()
            .Produces(StatusCodes.Status302Found).WithSummary("Signs out");
    }

    /// <summary>The address of the sign-in that leads back to where a request wanted to go.</summary>
    public static string AddressWithNext(HttpContext context)
    {
        var login = MountPoint.AddressOf(context, LoginPath);
        var wanted = context.Request.PathBase.Add(context.Request.Path).ToUriComponent() + context.Request.QueryString.ToUriComponent();
        return HttpMethods.IsGet(context.Request.Method) && wanted.TrimEnd('/') != MountPoint.PathOf(context).ToUriComponent()
            ? $"{login}?{LoginForm.NextField}={Uri.EscapeDataString(wanted)}"
            : login;
    }
}
