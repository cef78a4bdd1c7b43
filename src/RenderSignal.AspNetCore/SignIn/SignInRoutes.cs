using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace RenderSignal.AspNetCore;

/// <summary><c>/login</c> and <c>/logout</c> (REFERENCE section 6).</summary>
internal static class SignInRoutes
{
    public static void Map(RouteTable routes)
    {
        routes.Get("/login", () => Results.Text("login", "text/html")).AllowAnonymous();
        routes.Post("/login", SignInAsync).AllowAnonymous();
        routes.Get("/logout", async (HttpContext context) =>
        {
            await context.SignOutAsync(SignInScheme.Name);
            return Results.Redirect("/login");
        }).AllowAnonymous();
    }

    private static async Task<IResult> SignInAsync(HttpContext context, IOptions<DashboardOptions> options)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (options.Value.Password is not { } password || form["username"] != options.Value.User || form["password"] != password)
        {
            return Results.Text("login", "text/html");
        }

        var user = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, options.Value.User)], SignInScheme.Name));
        await context.SignInAsync(SignInScheme.Name, user);
        return Results.Redirect("/");
    }
}
