using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace RenderSignal.AspNetCore;

internal static class SignInServices
{
    /// <summary>
    /// Adds the session's scheme by hand: <c>AddAuthentication().AddCookie()</c> would also give the application a Data Protection of its
    /// own, with keys in its user's home folder and warnings about them.
    /// </summary>
    public static void Add(IServiceCollection services)
    {
        services.AddAuthenticationCore();
        services.AddAuthorization();
        services.AddWebEncoders();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<SignInProtection>();
        services.AddSingleton<SignInThrottle>();
        services.AddSingleton<Credentials>();
        services.AddSingleton<SignInHandler>();
        services.AddSingleton<SignInMapping>().AddHostedService<SignInStart>();
        services.AddSingleton<IStartupFilter, SecurityHeaders>();
        services.AddSingleton<IConfigureOptions<CookieAuthenticationOptions>, ConfigureSession>();
        services.AddSingleton<IPostConfigureOptions<AuthenticationOptions>, KeepDefaultScheme>();
        new AuthenticationBuilder(services).AddScheme<CookieAuthenticationOptions, CookieAuthenticationHandler>(SignInScheme.Name, configureOptions: null);
    }
}
