using Microsoft.Extensions.DependencyInjection;

namespace RenderSignal.AspNetCore;

internal static class SignInServices
{
    public static void Add(IServiceCollection services)
    {
        services.AddAuthorization();
        services.AddAuthentication().AddCookie(SignInScheme.Name, cookie =>
        {
            cookie.Cookie.Name = "rendersignal_session";
            cookie.Events.OnRedirectToLogin = async context =>
            {
                if (context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase))
                {
                    await Failure.WriteAsync(context.HttpContext, 401, "Sign in first.");
                }
                else
                {
                    context.Response.Redirect("/login");
                }
            };
        });
    }
}
