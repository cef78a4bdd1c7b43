using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Options;

namespace RenderSignal.AspNetCore;

/// <summary>How a session is kept: in a signed cookie, and nowhere else.</summary>
internal sealed class ConfigureSession(SignInProtection protection, Credentials credentials, IOptions<DashboardOptions> dashboard) : IConfigureNamedOptions<CookieAuthenticationOptions>
{
    private const string Stamp = "stamp";

    public void Configure(CookieAuthenticationOptions options) => Configure(Microsoft.Extensions.Options.Options.DefaultName, options);

    public void Configure(string? name, CookieAuthenticationOptions options)
    {
        if (name != SignInScheme.Name)
        {
            return;
        }

        options.Cookie = new SessionCookieBuilder
        {
            Name = "rendersignal_session",
            HttpOnly = true,
            IsEssential = true,
            SameSite = SameSiteMode.Lax,
            SecurePolicy = CookieSecurePolicy.SameAsRequest,
        };
        options.CookieManager = new ChunkingCookieManager();
        options.ExpireTimeSpan = dashboard.Value.SessionLifetime;
        options.SlidingExpiration = true;
        options.TicketDataFormat = new TicketDataFormat(protection.ForSessions);
        options.Events = new CookieAuthenticationEvents
        {
            OnSigningIn = StampAsync,
            OnValidatePrincipal = CheckStampAsync,
            OnRedirectToLogin = AskToSignInAsync,
            OnRedirectToAccessDenied = context => Refusal.WriteAsync(context.HttpContext, StatusCodes.Status403Forbidden),
            OnRedirectToReturnUrl = _ => Task.CompletedTask, // SignInRoutes redirects, and signing out leads to /login
            OnRedirectToLogout = _ => Task.CompletedTask,
        };
    }

    private Task StampAsync(CookieSigningInContext context)
    {
        context.Properties.Items[Stamp] = credentials.SessionStamp;
        return Task.CompletedTask;
    }

    private Task CheckStampAsync(CookieValidatePrincipalContext context)
    {
        if (!context.Properties.Items.TryGetValue(Stamp, out var stamp) || !credentials.IsSessionStamp(stamp ?? ""))
        {
            context.RejectPrincipal();
        }

        return Task.CompletedTask;
    }

    private static Task AskToSignInAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        var http = context.HttpContext;
        if (http.GetEndpoint()?.Metadata.GetMetadata<IDisableCookieRedirectMetadata>() is not null)
        {
            return Refusal.WriteAsync(http, StatusCodes.Status401Unauthorized);
        }

        if (http.GetEndpoint()?.Metadata.GetMetadata<SecuredResponses>() is null)
        {
            // A route of the application, which has no scheme of its own: there is no page of ours to lead to.
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return Task.CompletedTask;
        }

        http.Response.Redirect(SignInRoutes.AddressWithNext(http));
        return Task.CompletedTask;
    }
}
